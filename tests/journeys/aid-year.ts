import { handIn } from './hand-in.js';
import { startSchoolYear, type SchoolYear } from './school-year.js';
import { unaidedPupils, type UnaidedPupil } from './unaided-pupils.js';

export const HOUSEHOLD = 'PH-JOURNEY-1';
const FIRST_DAY = '2026-11-23';
const MODES = ['BOARDING', 'DAY', 'DAY', 'BOARDING', 'BOARDING', 'DAY'] as const;

/** Children of whom offices come to know, each what is its own to know. */
export interface AidedChildren {
  /** Boards, and is of a registered household as the younger is, who goes home. */
  readonly elder: UnaidedPupil;
  readonly younger: UnaidedPupil;
  readonly onAllowance: UnaidedPupil;
  /** With a certificate, in a monitored household. */
  readonly disabled: UnaidedPupil;
  /** Boards, in a family on allowance. */
  readonly boarder: UnaidedPupil;
  /** In a monitored household, which is no ground for a living subsidy. */
  readonly monitored: UnaidedPupil;
}
export interface AidYear {
  readonly year: SchoolYear;
  readonly children: AidedChildren;
  on(day: string): void;
  officesHandIn(): Promise<void>;
  /** Civil affairs' list of those who draw the allowance, some until a day. */
  drawAllowance(...drawing: readonly (UnaidedPupil & { readonly endedOn?: string })[]): Promise<void>;
  /** The bureau's list of what it decided that day for the autumn term, in yuan. */
  award(
    ...decided: readonly (readonly [child: UnaidedPupil, programme: string, yuan: number])[]
  ): Promise<void>;
}

export async function startAidYear(): Promise<AidYear> {
  const year = await startSchoolYear();
  let today = FIRST_DAY;
  const on = (day: string) => year.is((today = day));
  on(FIRST_DAY);
  const [elder, younger, onAllowance, disabled, boarder, monitored] = await unaidedPupils(year, ...MODES);
  if (!elder || !younger || !onAllowance || !disabled || !boarder || !monitored)
    throw new Error('Six children are needed.');
  const office = (name: string) => ({ name, agency: year.agency(name), today });

  const drawAllowance: AidYear['drawAllowance'] = (...drawing) =>
    handIn(
      office('civil-affairs'),
      'subsistence-allowance',
      ...drawing.map(({ endedOn = '', ...child }) => ({
        ...named(child),
        startedOn: '2026-01-01',
        endedOn,
        divisionCode: child.village,
        householdCode: `DB-${child.village}`,
        area: '农村低保',
        category: 'B类',
        personsCovered: '3',
        monthlyAmountYuan: '900',
      })),
    );

  return {
    year,
    children: { elder, younger, onAllowance, disabled, boarder, monitored },
    on,
    async officesHandIn() {
      const poor = { kind: '一般贫困户', monitoredState: '', monitoredSince: '' };
      const watched = { kind: '非建档立卡户', monitoredState: '边缘易致贫户', monitoredSince: FIRST_DAY };
      await handIn(
        office('poverty'),
        'households',
        household(HOUSEHOLD, elder, poor),
        household('PH-JOURNEY-2', disabled, watched),
        household('PH-JOURNEY-3', monitored, watched),
      );
      await handIn(
        office('poverty'),
        'household-members',
        { ...listed(elder, 'PM-JOURNEY-1'), householdCode: HOUSEHOLD },
        { ...listed(younger, 'PM-JOURNEY-2'), householdCode: HOUSEHOLD },
        { ...listed(disabled, 'PM-JOURNEY-3'), householdCode: 'PH-JOURNEY-2' },
        { ...listed(monitored, 'PM-JOURNEY-4'), householdCode: 'PH-JOURNEY-3' },
      );
      const files = [listed(onAllowance, 'CF-JOURNEY-1'), listed(boarder, 'CF-JOURNEY-2')];
      await handIn(office('civil-affairs'), 'child-files', ...files);
      await drawAllowance(onAllowance, boarder);
      await handIn(office('disability'), 'registered-children', listed(disabled, 'DC-JOURNEY-1'));
      await handIn(office('disability'), 'certificates', {
        ...named(disabled),
        // Visual, grade 3 (GB/T 26341).
        certificateNumber: `${disabled.person.residentIdNumber}13`,
        issuedOn: '2024-04-04',
        expiresOn: '2034-04-03',
        residenceDivisionCode: disabled.village,
      });
    },
    drawAllowance,
    award: (...decided) =>
      handIn(
        office('education'),
        'aid-awards',
        ...decided.map(([child, programme, yuan]) => ({
          ...named(child),
          recordNumber: `ZZ-${child.studentId}`,
          programme,
          academicYear: '2026-2027',
          term: '秋季学期',
          amountYuan: String(yuan),
          decidedOn: today,
          schoolCode: child.schoolCode,
        })),
      ),
  };
}

const named = ({ person: { residentIdNumber, name } }: UnaidedPupil) => ({ residentIdNumber, name });
const listed = ({ person, village }: UnaidedPupil, recordNumber: string) => ({
  recordNumber,
  ...person,
  residenceDivisionCode: village,
});
const household = (code: string, { village }: UnaidedPupil, facts: Readonly<Record<string, string>>) => ({
  code,
  householderName: '田某某',
  divisionCode: village,
  personCount: '4',
  cause: '因学',
  recognisedOn: '2020-03-02',
  officerName: '杨某某',
  officerPost: '驻村干部',
  officerAgencyName: '县某局',
  ...facts,
});
