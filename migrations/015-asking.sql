-- The check-ins of some days, by day: those to be asked for, and those whose message may have failed.
create index checkin_due on support.checkin (organisation_id, due_on);
