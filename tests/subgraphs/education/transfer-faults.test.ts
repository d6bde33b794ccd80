import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../policies/school-calendar.js';
import { transferFaults } from '../../../subgraphs/education/status/transfer-faults.js';

const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
const calendar = createSchoolCalendar(policy);
const change = (kind: string, changedOn: string) => ({ kind, changedOn });
const faultsOf = (changedOn: string, before: readonly ReturnType<typeof change>[] = [], rules = policy) => {
  const transfer = change('TRANSFERRED_OUT', changedOn);
  return transferFaults(transfer, [...before, transfer], rules, calendar);
};

describe('rules of a transfer (教基〔2025〕1号 转学)', () => {
  const start = calendar.termOf(parseIsoDate('2026-10-15'))?.start ?? '';

  test('two months from the beginning of the term are in time, the day after is late', () => {
    const [year, month, day] = start.split('-');
    const last = `${year}-${String(Number(month) + 2).padStart(2, '0')}`;
    expect(faultsOf(`${last}-${day}`)).toEqual([]);
    expect(faultsOf(`${last}-${String(Number(day) + 1).padStart(2, '0')}`)).toEqual(['LATE_IN_TERM']);
  });

  test('in the vacations none is late', () => {
    expect(faultsOf('2026-08-10')).toEqual([]);
  });

  test('nobody is transferred while suspended; who came back may be', () => {
    const suspended = change('SUSPENDED', '2026-03-02');
    expect(faultsOf('2026-09-10', [suspended])).toEqual(['WHILE_SUSPENDED']);
    expect(faultsOf('2026-09-10', [suspended, change('PROMOTED', '2026-09-01')])).toEqual([
      'WHILE_SUSPENDED',
    ]);
    expect(faultsOf('2026-09-10', [suspended, change('RETURNED', '2026-09-01')])).toEqual([]);
    expect(faultsOf('2026-09-10', [change('SUSPENDED', '2026-10-01')])).toEqual([]);
  });

  test('a policy that allows it allows it', () => {
    const { studentStatus } = policy;
    const allowed = { ...studentStatus.transferDuringSuspension, value: true };
    const lax = { ...policy, studentStatus: { ...studentStatus, transferDuringSuspension: allowed } };
    expect(faultsOf('2026-09-10', [change('SUSPENDED', '2026-03-02')], lax)).toEqual([]);
  });
});
