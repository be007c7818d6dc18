-- Who was written to about what they use of a training, months later: once for each asking. What they answered, and whether, stands elsewhere.
create table learning.evaluation_ask (
  signup_id uuid not null,
  asked text not null check (asked in ('months-3', 'months-9')),
  account_id uuid not null,
  organisation_id uuid not null references access.organisation,
  asked_on date not null,
  primary key (signup_id, asked),
  foreign key (signup_id, account_id, organisation_id) references learning.signup (id, account_id, organisation_id) on delete cascade
);
create index evaluation_ask_of_account on learning.evaluation_ask (account_id);
call learning.protect('learning.evaluation_ask', array[]::text[], array[]::text[]);
