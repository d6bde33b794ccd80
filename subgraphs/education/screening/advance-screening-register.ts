import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { describeRegister } from '../../_kit/register/register-row.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { asService } from '../../_kit/student/as-service.js';
import { advanceRegister, type RegisterChange } from '../../_kit/changes/advance-register.js';
import { EDUCATION_REGISTERS } from '../registers.js';

const REGISTER = 'FIELD_SCREENING';
const COUNTY_DIGITS = 6;

/**
 * The register is as of the latest visit. The first visit loads it, unlike other registers: its silence says nothing
 * of anybody anyway.
 * @param village 12 digits
 */
export async function advanceScreeningRegister(
  context: LoaderContext,
  village: string,
  change: RegisterChange,
): Promise<void> {
  const { db, now, policies, today } = context;
  const definition = EDUCATION_REGISTERS.find(({ code }) => code === REGISTER);
  if (!definition) throw new Error('Education has no register of field screening.');
  const county = village.slice(0, COUNTY_DIGITS);
  const policy = policies.policyFor(county, parseIsoDate(today));
  const { source, covers, division, staleAfterDays } = describeRegister(
    'education',
    definition,
    county,
    policy,
  );
  await asService(context, () =>
    sql`
      insert into register (code, source, version, as_of, loaded_at, covers, division, stale_after_days)
      values (${REGISTER}, ${source}, 0, (${change.asOf} || 'T00:00:00+08:00')::timestamptz,
        ${now.toISOString()}::timestamptz, ${[...covers]}::text[], ${division}, ${staleAfterDays})
      on conflict do nothing`.execute(db),
  );
  await advanceRegister(context, REGISTER, change);
}
