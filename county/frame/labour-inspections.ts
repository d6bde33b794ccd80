import { isoOf, type DayNumber } from '../day-numbers.js';
import { hashOf, randomOf } from '../random.js';
import { creditCodeOf } from '../register-numbers.js';
import type { EmployerRow, LabourInspectionRow, LicenceSanctionRow } from '../views.js';
import type { World } from './world.js';

const INDUSTRIES: readonly (readonly [EmployerRow['industry'], string])[] = [
  ['CATERING', '餐馆'],
  ['GARMENTS', '制衣厂'],
  ['HAIRDRESSING', '理发店'],
  ['CONSTRUCTION', '建筑劳务公司'],
  ['FARMING', '种植专业合作社'],
  ['RETAIL', '百货商行'],
  ['CAR_WASH', '洗车行'],
];
const TRADE_NAMES = [
  '兴隆',
  '顺达',
  '鑫源',
  '惠民',
  '宏发',
  '吉祥',
  '永盛',
  '福满',
  '诚信',
  '金桥',
  '万佳',
  '聚贤',
];

const SITES = ['经营场所', '生产车间', '施工现场', '仓库'];

/** Every sixth employer has been found with a minor at work. */
const EMPLOYERS_WITH_MINORS = 6;

function employerCount({ options }: World): number {
  return Math.max(24, Math.min(600, Math.round(options.children / 60)));
}

function employerKey(index: number): string {
  return `YG${String(index + 1).padStart(5, '0')}`;
}

function inspectionKey(employer: number): string {
  return `JC${String(employer + 1).padStart(5, '0')}`;
}

function inspectedDay(world: World, employer: number): DayNumber {
  return world.calendar.asOf - 10 - (hashOf(world.seed, 82, employer) % 45);
}

/** Firms and sole traders of the county; a few have no licence and so no code. */
export function employersOf(world: World): EmployerRow[] {
  return Array.from({ length: employerCount(world) }, (_, index) => {
    const random = randomOf(world.seed, 81, index);
    const [industry, suffix] = random.pick(INDUSTRIES);
    const kind = random.chance(0.06) ? 'UNLICENSED' : random.chance(0.55) ? 'SOLE_TRADER' : 'COMPANY';
    const village = world.settlement.villageAt(random.next());
    return {
      key: employerKey(index),
      name: `${random.pick(TRADE_NAMES)}${index + 1}号${suffix}`,
      unifiedSocialCreditCode:
        kind === 'UNLICENSED'
          ? null
          : creditCodeOf(kind === 'COMPANY' ? '1' : '2', world.preset.countyCode, index + 1),
      kind,
      industry,
      division: village.code,
    };
  });
}

/** One inspection of every second employer, and of each with minors. */
export function inspectionsOf(world: World): LabourInspectionRow[] {
  return Array.from({ length: employerCount(world) }, (_, index) => index)
    .filter((index) => index % 2 === 0)
    .map((index) => ({
      key: inspectionKey(index),
      employerKey: employerKey(index),
      inspectedOn: isoOf(inspectedDay(world, index)),
      inspectors: 2 + (index % 3),
      kind: (['ROUTINE', 'SPECIAL', 'COMPLAINT', 'JOINT'] as const)[index % 4] ?? 'ROUTINE',
      minorsFound: index % EMPLOYERS_WITH_MINORS === 0 ? 1 : 0,
      personsMet: 3 + (index % 17),
      site: SITES[index % SITES.length] ?? '经营场所',
    }));
}

/** Fines of employers of minors; one licence revoked. */
export function sanctionsOf(world: World): LicenceSanctionRow[] {
  return Array.from({ length: employerCount(world) }, (_, index) => index)
    .filter((index) => index % (EMPLOYERS_WITH_MINORS * 2) === 0)
    .map((index) => ({
      key: `CF${String(index + 1).padStart(5, '0')}`,
      employerKey: employerKey(index),
      kind: index === 0 ? 'REVOCATION' : 'FINE',
      decidedOn: isoOf(Math.min(world.calendar.asOf, inspectedDay(world, index) + 8)),
      amountYuan: index === 0 ? null : 5000,
    }));
}

/** Employer and inspection of a child found at work: the same for the same family every time. */
export function childLabourFinding(
  world: World,
  family: number,
): { readonly employerKey: string; readonly inspectionKey: string; readonly foundDay: DayNumber } {
  const employers = Math.floor((employerCount(world) - 1) / EMPLOYERS_WITH_MINORS) + 1;
  const index = (hashOf(world.seed, 83, family) % employers) * EMPLOYERS_WITH_MINORS;
  return {
    employerKey: employerKey(index),
    inspectionKey: inspectionKey(index),
    foundDay: inspectedDay(world, index),
  };
}
