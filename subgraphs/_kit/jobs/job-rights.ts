/**
 * Whoever serves works through the queue too. Its tables open to their owner alone, so each such role gets rights and a
 * policy; names of roles differ from server to server, so they come from the catalogue.
 */
export const JOB_RIGHTS = `do $$
  declare
    role_name text;
    queue record;
  begin
    for role_name in
      select distinct granted.grantee::regrole::text from pg_class served, aclexplode(served.relacl) granted
      where served.oid = 'public.register'::regclass and granted.grantee <> served.relowner
        and granted.grantee <> 0 and granted.privilege_type = 'INSERT'
    loop
      execute format('grant usage on schema graphile_worker to %s', role_name);
      execute format('grant select, insert, update, delete on all tables in schema graphile_worker to %s', role_name);
      execute format('grant usage on all sequences in schema graphile_worker to %s', role_name);
      execute format('grant execute on all functions in schema graphile_worker to %s', role_name);
      for queue in select relname from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity
      loop
        execute format('drop policy if exists %I on graphile_worker.%I', role_name, queue.relname);
        execute format('create policy %I on graphile_worker.%I to %s using (true) with check (true)',
          role_name, queue.relname, role_name);
      end loop;
    end loop;
  end
$$`;
