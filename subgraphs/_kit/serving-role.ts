import type { MikroORM } from '@mikro-orm/postgresql';

/** The role of a database address stands above the rules that it is to serve under. */
export class ServingRoleError extends Error {}

const FINDINGS = `
  with me as (select oid, rolsuper, rolbypassrls from pg_roles where rolname = current_user),
  owned as (
    select count(*) as tables from pg_class, me
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role(me.oid, relowner, 'USAGE')),
  protected as (
    select count(*) as tables from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = 'student_scope'
      and relrowsecurity and relforcerowsecurity)
  select me.rolsuper as "isSuperuser", me.rolbypassrls as "bypassesPolicies", owned.tables > 0 as "ownsTables",
    protected.tables = 0 as "isUnprotected"
  from me, owned, protected`;

interface Findings {
  readonly isSuperuser: boolean;
  readonly bypassesPolicies: boolean;
  readonly ownsTables: boolean;
  readonly isUnprotected: boolean;
}

/**
 * Refuses to serve with a role that row-level security would not hold: superuser, BYPASSRLS, or owner of the tables,
 * who could take the policies away.
 * @throws {ServingRoleError}
 */
export async function assertServingRole(agency: string, orm: MikroORM): Promise<void> {
  const [found] = await orm.em.fork().execute<Findings[]>(FINDINGS);
  const reasons = [
    found?.isSuperuser && 'is a superuser',
    found?.bypassesPolicies && 'has BYPASSRLS',
    found?.ownsTables && 'owns the tables',
    found?.isUnprotected && 'finds no tables under row-level security (run "hub migrate")',
  ].filter((reason) => typeof reason === 'string');
  if (reasons.length > 0)
    throw new ServingRoleError(
      `The database role of ${agency} ${reasons.join(', ')}. Serve with the role that docker/postgres-init.sh makes.`,
    );
}
