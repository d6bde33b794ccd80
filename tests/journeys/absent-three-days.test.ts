import { of } from '../subgraphs/coordination/casework/case-harness.js';
import { operation, startAbsentPupil, type AbsentPupil } from './absent-pupil.js';
import { schoolDaysBetween } from './school-year.js';

const PATIENCE_MS = 300_000;
let absent: AbsentPupil;
beforeAll(async () => {
  absent = await startAbsentPupil();
}, PATIENCE_MS);
afterAll(() => absent?.year.close());

test(
  'three days absent, suspected; a week, reported; a case, a plan, a visit; back, lost again, back, followed up',
  async () => {
    const { year, bureau, teacher, clerk, township, sheets, seen, about, marked, broughtBack, theCase } =
      absent;
    await sheets(schoolDaysBetween('2026-11-23', '2026-11-25'), false);
    expect(await seen()).toMatchObject({
      standing: 'IN_SCHOOL',
      duties: { CONTACT_GUARDIAN: 'OVERDUE', MARK_SUSPECTED_DROPOUT: 'DUE' },
      violations: [],
      cases: [],
    });
    await year.compare();
    expect(await seen()).toMatchObject({ standing: 'SUSPECTED' });
    await year.command(teacher, operation('RecordGuardianContact'), {
      ...about(),
      absentOn: '2026-11-23',
      contactedOn: '2026-11-25',
      channel: 'PHONE',
      outcome: 'REFUSED',
    });
    await marked('SUSPECTED_DROPOUT', '2026-11-25');

    // More than a week: the school tells the township, late, and forgets the bureau.
    await sheets(schoolDaysBetween('2026-11-26', '2026-12-02'), false);
    await year.command(clerk, operation('SubmitDropoutReport'), {
      ...about(),
      leftOn: '2026-11-23',
      recipients: ['TOWNSHIP'],
    });
    await marked('DROPPED_OUT', '2026-12-02');
    await year.command(township, operation('OpenCase'), {
      ...about(),
      basis: 'ABSENT',
      knownOn: '2026-12-02',
    });
    expect(await seen()).toMatchObject({
      duties: {
        CONTACT_GUARDIAN: 'DONE_LATE',
        MARK_SUSPECTED_DROPOUT: 'DONE',
        REPORT_TO_TOWNSHIP: 'DONE_LATE',
        REPORT_TO_EDUCATION_BUREAU: 'OVERDUE',
        MARK_DROPPED_OUT: 'DONE_LATE',
      },
      violations: ['OMITTED REPORT_TO_EDUCATION_BUREAU', 'LATE REPORT_TO_TOWNSHIP', 'LATE MARK_DROPPED_OUT'],
      cases: [{ state: 'SUSPECTED', episode: 1, nextStep: 'VERIFY' }],
    });

    await sheets(schoolDaysBetween('2026-12-03', '2026-12-04'), false);
    await year.compare();
    expect((await seen()).cases).toMatchObject([{ state: 'CONFIRMED', nextStep: 'VISIT' }]);
    await year.command(bureau, operation('PlanMeasure'), {
      ...about(),
      scope: 'PUPIL',
      approach: 'AFFECTION',
      measure: 'HOME_VISITS',
      owner: 'TOWNSHIP',
      dueOn: '2026-12-20',
      reviewOn: '2027-01-15',
    });
    await year.command(township, operation('RecordPersuasionVisit'), {
      ...of(await theCase()),
      visitedOn: '2026-12-04',
      participants: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
      place: 'HOME',
      met: ['FATHER'],
      result: 'COMMITTED',
      committedTo: '2026-12-07',
    });
    expect((await seen()).cases).toMatchObject([{ state: 'PERSUADING' }]);

    await broughtBack('2026-12-07');
    expect((await seen()).cases).toMatchObject([{ state: 'RETURNED', firstAttendedOn: null }]);
    await sheets(schoolDaysBetween('2026-12-07', '2026-12-11'), true);
    await year.compare();
    expect(await seen()).toMatchObject({
      standing: 'IN_SCHOOL',
      duties: { MARK_RETURNED: 'DONE' },
      cases: [{ state: 'RETURNED', firstAttendedOn: '2026-12-07', episode: 1, nextStep: 'FOLLOW_UP' }],
    });

    // Lost again within a fortnight: the same case, its second episode.
    await sheets(schoolDaysBetween('2026-12-14', '2026-12-16'), false);
    await year.compare();
    expect(await seen()).toMatchObject({ cases: [{ episode: 2, closedBy: null }] });
    await marked('SUSPECTED_DROPOUT', '2026-12-16');
    await sheets(schoolDaysBetween('2026-12-17', '2026-12-18'), false);
    await broughtBack('2026-12-21');
    await sheets(schoolDaysBetween('2026-12-21', '2026-12-31'), true);

    // Nobody has announced the holidays of the next year: whether the child was there on its days, nobody can say.
    year.is('2027-02-26');
    await year.compare();
    expect(await seen()).toMatchObject({
      cases: [
        {
          state: 'RETURNED',
          episode: 2,
          firstAttendedOn: '2026-12-21',
          nextStep: 'FOLLOW_UP',
          nextDueOn: '2027-01-20',
        },
      ],
    });
  },
  PATIENCE_MS,
);
