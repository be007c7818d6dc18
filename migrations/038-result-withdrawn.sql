-- A result that was written by mistake is taken back and says why; it is not changed, and it is no result from then on.
alter table learning.result
  add column withdrawn_on date,
  add column withdrawn_why text not null default '' check (length(withdrawn_why) <= 500),
  add check ((withdrawn_on is null) = (withdrawn_why = ''));
grant update (withdrawn_on, withdrawn_why) on learning.result to tugevus_app;

create function learning.result_stays() returns trigger language plpgsql as $$
begin
  if old.withdrawn_on is not null then
    raise exception 'a result that was taken back stays so' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger result_stays before update on learning.result for each row execute function learning.result_stays();

-- A trial may begin after a result that is none any more.
create or replace function learning.not_after_results() returns trigger language plpgsql as $$
begin
  if exists (select from learning.result r where r.trial_id = new.id and r.withdrawn_on is null and r.seen_on < new.starts_on) then
    raise exception 'a trial does not begin after its results' using errcode = 'check_violation';
  end if;
  return null;
end $$;
