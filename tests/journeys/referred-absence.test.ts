import { callerAs, type TestCaller } from '../support/callers.js';
import type { WorkGroup } from '../support/work-groups.js';
import { of, type Referral } from '../subgraphs/coordination/referrals/referral-harness.js';
import { operation, startAbsentPupil, type AbsentPupil } from './absent-pupil.js';
import { schoolDaysBetween } from './school-year.js';

const PATIENCE_MS = 300_000;
let absent: AbsentPupil;
beforeAll(async () => {
  absent = await startAbsentPupil();
}, PATIENCE_MS);
afterAll(() => absent?.year.close());

/** To which bodies a caller is asked to refer the child's absence. */
async function asked(caller: TestCaller): Promise<readonly string[] | undefined> {
  const { workAtCoordination } = await absent.year.query<{
    workAtCoordination: { groups: readonly WorkGroup[] };
  }>(
    caller,
    '{ workAtCoordination(items: 50) { groups { kind list items { subject dueOn isOverdue student { id } } } } }',
  );
  const group = workAtCoordination.groups.find(({ kind }) => kind === 'REFER_ABSENCE');
  if (!group) return undefined;
  expect(group.list).toBe('absenceSpells');
  const own = group.items?.filter(({ student }) => student?.id === absent.pupil.studentId) ?? [];
  // No document gives a day for it.
  expect(own.every(({ dueOn, isOverdue }) => dueOn === null && !isOverdue)).toBe(true);
  return own.map(({ subject }) => subject).toSorted();
}

async function refer(caller: TestCaller, toBody: string, reason: string): Promise<Referral> {
  const { referral } = await absent.year.command<{ referral: Referral }>(caller, operation('SendReferral'), {
    ...absent.about(),
    toBody,
    reason,
  });
  return referral;
}

test(
  'a school is asked to tell the bodies that the reasons of an absence lead to, until each of them is told',
  async () => {
    const { year, clerk, teacher, township, bureau, sheets } = absent;
    await sheets(schoolDaysBetween('2026-11-23', '2026-11-24'), false, 'WORKING');
    await year.compare();
    // Two days are the class teacher's matter.
    expect(await asked(clerk)).toEqual([]);
    await sheets(['2026-11-25'], false, 'UNREACHABLE');
    await year.compare();
    expect(await asked(clerk)).toEqual(['LABOUR', 'POLICE']);
    for (const caller of [teacher, township]) expect(await asked(caller)).toBeUndefined();
    // The school has the child on its roll, so the bureau is not asked.
    expect(await asked(bureau)).toEqual([]);

    // Whoever tells a body has told it.
    await refer(bureau, 'LABOUR', 'CHILD_AT_WORK');
    expect(await asked(clerk)).toEqual(['POLICE']);
    const sent = await refer(clerk, 'POLICE', 'WHEREABOUTS');
    expect(await asked(clerk)).toEqual([]);
    await year.command(clerk, operation('WithdrawReferral'), of(sent));
    expect(await asked(clerk)).toEqual(['POLICE']);
    const again = await refer(clerk, 'POLICE', 'WHEREABOUTS');

    await sheets(['2026-11-26'], true);
    await year.compare();
    expect(await asked(clerk)).toEqual([]);

    // Away again: the police have answered about the first time, the labour bureau still has to.
    await year.command(callerAs('police-officer'), operation('AnswerReferral'), {
      ...of(again),
      outcome: 'NOT_TRUE',
    });
    await sheets(schoolDaysBetween('2026-11-27', '2026-12-01'), false, 'WORKING');
    await sheets(['2026-12-02'], false, 'UNREACHABLE');
    await year.compare();
    expect(await asked(clerk)).toEqual(['POLICE']);
  },
  PATIENCE_MS,
);
