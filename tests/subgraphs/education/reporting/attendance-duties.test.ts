import { attendanceClock, unexcusedSpells } from '../../../../policies/absence-spells.js';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import {
  dutiesOfSpells,
  type ReportingFacts,
} from '../../../../subgraphs/education/reporting/attendance-duties.js';
import { reportingViolations } from '../../../../subgraphs/education/reporting/reporting-violations.js';
import { calendar, judged, NOTHING, on, policy, schoolDays, stated, yinjiang } from './judged-absences.js';

describe('what an absence asks of the school', () => {
  test('one day: a contact by the next school day', () => {
    const { duties } = judged({ missed: [['2026-11-13', '2026-11-13']], knownUpTo: '2026-11-13' });
    expect(stated(duties)).toEqual([['CONTACT_GUARDIAN', 'DUE', '2026-11-16']]);
  });

  test('three days: call the inspector and mark, both by the next school day', () => {
    const { duties } = judged({ missed: [['2026-11-16', '2026-11-18']], knownUpTo: '2026-11-18' });
    expect(stated(duties)).toEqual([
      ['CONTACT_GUARDIAN', 'OVERDUE', '2026-11-17'],
      ['CALL_INSPECTOR', 'DUE', '2026-11-19'],
      ['MARK_SUSPECTED_DROPOUT', 'DUE', '2026-11-19'],
    ]);
  });

  test('where the plan says nothing of the inspector, nobody has to call one', () => {
    const { duties } = judged({ missed: [['2026-11-16', '2026-11-18']], knownUpTo: '2026-11-18' }, yinjiang);
    expect(duties.map(({ kind }) => kind)).toEqual(['CONTACT_GUARDIAN', 'MARK_SUSPECTED_DROPOUT']);
  });

  test('more than a week: report to both offices and mark as dropped out', () => {
    const { duties } = judged({ missed: [['2026-11-11', '2026-11-18']], knownUpTo: '2026-11-18' });
    expect(stated(duties).slice(3)).toEqual([
      ['REPORT_TO_TOWNSHIP', 'DUE', '2026-11-19'],
      ['REPORT_TO_EDUCATION_BUREAU', 'DUE', '2026-11-19'],
      ['MARK_DROPPED_OUT', 'DUE', '2026-11-19'],
    ]);
  });

  test('the National Day holiday lies between the third day and the day on which it is to be marked', () => {
    const { duties } = judged({ missed: [['2026-09-28', '2026-09-30']], knownUpTo: '2026-09-30' });
    const due = duties.find(({ kind }) => kind === 'MARK_SUSPECTED_DROPOUT')?.dueOn;
    const [next] = schoolDays(parseIsoDate('2026-10-01'), parseIsoDate('2026-10-31'));
    expect(due).toBe(next);
    expect((due ?? '') > '2026-10-07').toBe(true);
  });

  test('a return before the day on which it is due makes a duty lapse, and a day later does not', () => {
    const back = (knownUpTo: string, to: string) =>
      judged({ missed: [['2026-11-16', to]], knownUpTo }).duties.find(
        ({ kind }) => kind === 'MARK_SUSPECTED_DROPOUT',
      )?.state;
    expect(back('2026-11-20', '2026-11-18')).toBe('LAPSED');
    expect(back('2026-11-20', '2026-11-19')).toBe('OVERDUE');
  });

  test('a return asks for a mark where the pupil was marked, and for none where nobody marked it', () => {
    const missed = [['2026-11-16', '2026-11-18']] as const;
    const marks = [{ mark: 'SUSPECTED_DROPOUT' as const, ...on('2026-11-18') }];
    const kinds = (facts: Partial<ReportingFacts>) =>
      judged({ missed, facts, knownUpTo: '2026-11-23' }).duties.map(({ kind, state }) => `${kind} ${state}`);
    expect(kinds({ marks })).toContain('MARK_RETURNED OVERDUE');
    expect(kinds({}).filter((kind) => kind.startsWith('MARK_RETURNED'))).toEqual([]);
    const returned = [...marks, { mark: 'RETURNED' as const, ...on('2026-11-20') }];
    expect(kinds({ marks: returned })).toContain('MARK_RETURNED DONE');
  });

  test('what was recorded for an earlier spell says nothing of a later one, but a mark that stands does', () => {
    const missed = [
      ['2026-10-19', '2026-10-21'],
      ['2026-11-16', '2026-11-18'],
    ] as const;
    const facts = {
      inspectorCalls: [on('2026-10-21')],
      contacts: [on('2026-10-19')],
      marks: [{ mark: 'SUSPECTED_DROPOUT' as const, ...on('2026-10-21') }],
    };
    const { duties } = judged({ missed, facts, knownUpTo: '2026-11-23' });
    expect(duties.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'CONTACT_GUARDIAN OVERDUE',
      'CALL_INSPECTOR LAPSED',
      'MARK_SUSPECTED_DROPOUT DONE',
      'MARK_RETURNED OVERDUE',
    ]);
  });

  test('nobody is late where the records say nothing: the state is unknown', () => {
    const spells = unexcusedSpells(
      schoolDays(parseIsoDate('2026-11-02'), parseIsoDate('2026-11-20')).map((date) => ({
        date,
        session: 'WHOLE_DAY',
        state: 'UNEXCUSED',
      })),
      attendanceClock(policy, calendar, parseIsoDate('2026-11-20')),
    );
    const [latest] = dutiesOfSpells(spells, NOTHING, {
      calendar,
      reporting: policy.dropoutReporting,
      knownUpTo: null,
    });
    expect(new Set(latest?.duties.map(({ state }) => state))).toEqual(new Set(['UNKNOWN']));
    expect(reportingViolations(latest?.duties ?? [], policy, null)).toEqual([]);
  });

  test('a day that lies beyond the announced holidays has no limit that anybody could miss', () => {
    const far = createSchoolCalendar(loadPolicies().policyFor('640381', parseIsoDate('2029-03-20')));
    const spell = {
      kind: 'SHORT',
      from: parseIsoDate('2029-03-20'),
      to: parseIsoDate('2029-03-20'),
      schoolDays: 1,
      calendarDays: 1,
      suspectedFrom: null,
      reportableFrom: null,
      isOpen: null,
      nextSchoolDay: null,
      policyClause: '',
    } as const;
    const rules = {
      calendar: far,
      reporting: policy.dropoutReporting,
      knownUpTo: parseIsoDate('2029-06-01'),
    };
    const [judgedSpell] = dutiesOfSpells([spell], NOTHING, rules);
    expect(judgedSpell?.duties).toMatchObject([{ kind: 'CONTACT_GUARDIAN', dueOn: null, state: 'UNKNOWN' }]);
  });
});

describe('failures to report (瞒报、漏报、不作标注)', () => {
  const longAway = [['2026-11-02', '2026-11-20']] as const;
  const marked = (mark: 'SUSPECTED_DROPOUT' | 'DROPPED_OUT', day: string) => ({ mark, ...on(day) });
  const reported = (recipient: 'TOWNSHIP' | 'EDUCATION_BUREAU', day: string) => ({ recipient, ...on(day) });

  /** Two spells, and reports of the last day that name the day on which the child left. */
  function reportedOfLeaving(day: string) {
    const missed = [
      ['2026-10-19', '2026-10-30'],
      ['2026-11-09', '2026-11-20'],
    ] as const;
    const reports = (['TOWNSHIP', 'EDUCATION_BUREAU'] as const).map((recipient) => ({
      ...reported(recipient, '2026-11-20'),
      about: parseIsoDate(day),
    }));
    return judged({ missed, facts: { reports }, knownUpTo: '2026-11-20' });
  }

  test('a report counts for the spell in which the child left, however late it comes', () => {
    const { violations } = reportedOfLeaving('2026-10-19');
    expect(violations.map(({ kind, duty }) => `${kind} ${duty}`)).toEqual(['CONCEALED REPORT_TO_TOWNSHIP']);
  });

  test('who left after a last day at school left before the first day that is missed', () => {
    const { violations } = reportedOfLeaving('2026-11-06');
    expect(violations.map(({ kind }) => kind)).not.toContain('CONCEALED');
  });

  test.each<[string, Partial<ReportingFacts>, string[]]>([
    ['nothing at all was entered: one concealment', {}, ['CONCEALED REPORT_TO_TOWNSHIP 10']],
    [
      'marked, and reported to nobody',
      { marks: [marked('SUSPECTED_DROPOUT', '2026-11-04'), marked('DROPPED_OUT', '2026-11-09')] },
      ['OMITTED REPORT_TO_TOWNSHIP 10', 'OMITTED REPORT_TO_EDUCATION_BUREAU 10'],
    ],
    [
      'reported to the bureau alone, and marked',
      {
        marks: [marked('SUSPECTED_DROPOUT', '2026-11-04'), marked('DROPPED_OUT', '2026-11-09')],
        reports: [reported('EDUCATION_BUREAU', '2026-11-10')],
      },
      ['OMITTED REPORT_TO_TOWNSHIP 10'],
    ],
    [
      'reported to both, never marked',
      { reports: [reported('TOWNSHIP', '2026-11-10'), reported('EDUCATION_BUREAU', '2026-11-10')] },
      ['UNMARKED MARK_SUSPECTED_DROPOUT 15', 'UNMARKED MARK_DROPPED_OUT 10'],
    ],
    [
      'all done, one report three days late',
      {
        marks: [marked('SUSPECTED_DROPOUT', '2026-11-05'), marked('DROPPED_OUT', '2026-11-10')],
        reports: [reported('TOWNSHIP', '2026-11-13'), reported('EDUCATION_BUREAU', '2026-11-10')],
      },
      ['LATE REPORT_TO_TOWNSHIP 3'],
    ],
    [
      'all done in time',
      {
        marks: [marked('SUSPECTED_DROPOUT', '2026-11-05'), marked('DROPPED_OUT', '2026-11-10')],
        reports: [reported('TOWNSHIP', '2026-11-10'), reported('EDUCATION_BUREAU', '2026-11-10')],
      },
      [],
    ],
  ])('%s', (_what, facts, expected) => {
    const { violations } = judged({ missed: longAway, facts, knownUpTo: '2026-11-20' });
    expect(violations.map(({ kind, duty, daysLate }) => `${kind} ${duty} ${daysLate}`)).toEqual(expected);
    for (const violation of violations)
      expect(violation.accountable).toEqual(['STATUS_CLERK', 'HEAD_OF_SCHOOL']);
  });

  test('who answers, and with what, is as the policy in force says', () => {
    const absences = { missed: longAway, knownUpTo: '2026-11-20' };
    const [qingtongxia] = judged(absences).violations;
    expect(qingtongxia?.accountability).toMatchObject({
      consequence: 'LIABILITY',
      of: [{ zh: '学校' }, { zh: '校长' }],
      policyClause: '青政办发〔2018〕49号 三（一）3',
    });
    // Yinjiang's plan names nobody for it.
    expect(judged(absences, yinjiang).violations[0]?.accountability).toBeNull();
    const { liable } = policy.dropoutReporting;
    const headAlone = {
      ...policy,
      dropoutReporting: {
        ...policy.dropoutReporting,
        liable: { ...liable, value: ['SCHOOL_HEAD' as const] },
      },
    };
    expect(judged(absences, headAlone).violations[0]?.accountable).toEqual(['HEAD_OF_SCHOOL']);
  });

  test('what is only late has no consequence in any document', () => {
    const facts = {
      marks: [marked('SUSPECTED_DROPOUT', '2026-11-12'), marked('DROPPED_OUT', '2026-11-12')],
    };
    const { violations } = judged({ missed: longAway, facts, knownUpTo: '2026-11-20' });
    expect(
      violations.filter(({ kind }) => kind === 'LATE').map(({ accountability }) => accountability),
    ).toEqual([null, null]);
  });

  test('a mark of a dropout is to stand in the status system and in the ledger, and the status is kept', () => {
    const { duties } = judged({ missed: longAway, knownUpTo: '2026-11-20' });
    expect(duties.map(({ kind, markedIn, statusIsRetained }) => [kind, markedIn, statusIsRetained])).toEqual([
      ['CONTACT_GUARDIAN', null, null],
      ['CALL_INSPECTOR', null, null],
      ['MARK_SUSPECTED_DROPOUT', ['STUDENT_STATUS'], true],
      ['REPORT_TO_TOWNSHIP', null, null],
      ['REPORT_TO_EDUCATION_BUREAU', null, null],
      ['MARK_DROPPED_OUT', ['STUDENT_STATUS', 'SCHOOL_LEDGER'], true],
    ]);
  });

  test('who entered it late is named, and nobody for what nobody did', () => {
    const facts = {
      marks: [marked('SUSPECTED_DROPOUT', '2026-11-12'), marked('DROPPED_OUT', '2026-11-12')],
    };
    const { violations } = judged({ missed: longAway, facts, knownUpTo: '2026-11-20' });
    expect(violations.map(({ kind, clerk }) => `${kind} ${clerk}`)).toEqual([
      'OMITTED null',
      'OMITTED null',
      'LATE clerk',
      'LATE clerk',
    ]);
  });
});
