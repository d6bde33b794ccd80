import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { AccountabilityRecordEntity } from '../../subgraphs/coordination/duties/supervision/accountability.entity.js';
import { FollowUpEntity } from '../../subgraphs/coordination/duties/supervision/follow-up.entity.js';
import { InspectionEntity } from '../../subgraphs/coordination/duties/supervision/inspection.entity.js';
import { MeetingEntity } from '../../subgraphs/coordination/duties/supervision/meeting.entity.js';
import type { CountyFrame, SchoolRow } from '../views.js';
import type { RowSink } from './row-sink.js';

interface FollowUpPlan {
  readonly text: string;
  readonly body: string;
  readonly dueAfterDays: number;
  /** Null for what was not seen to. */
  readonly doneAfterDays: number | null;
}

const DECISIONS: readonly FollowUpPlan[] = [
  { text: '核实未入学适龄儿童去向', body: 'TOWNSHIP', dueAfterDays: 20, doneAfterDays: 18 },
  { text: '交换残疾儿童入学安置名册', body: 'DISABLED_FEDERATION', dueAfterDays: 15, doneAfterDays: 22 },
  { text: '开展企业用工专项检查', body: 'LABOUR', dueAfterDays: 30, doneAfterDays: 100 },
  { text: '召开家长会宣讲义务教育法', body: 'SCHOOL', dueAfterDays: 60, doneAfterDays: 55 },
];

const FINDINGS: readonly FollowUpPlan[] = [
  { text: '班级台账未按月更新', body: 'SCHOOL', dueAfterDays: 15, doneAfterDays: 12 },
  { text: '流动学生月报与学籍异动不一致', body: 'SCHOOL', dueAfterDays: 10, doneAfterDays: 65 },
  { text: '学困生帮扶记录不全', body: 'SCHOOL', dueAfterDays: 30, doneAfterDays: 28 },
];

/** Days before the county's day on which its schools were inspected, and how. */
const INSPECTIONS = [
  { daysAgo: 70, kind: 'SPECIAL', mode: 'OPEN' },
  { daysAgo: 40, kind: 'ROUTINE', mode: 'COVERT' },
  { daysAgo: 12, kind: 'FOLLOW_UP', mode: 'COVERT' },
] as const;

const MEETING_AFTER_DAYS = 6;
const DISPATCH_AFTER_DAYS = 45;

/** Meetings of the last two terms and a few inspections, with decisions and findings in every state. */
export function writeSupervision(frame: CountyFrame, policies: PolicyLibrary, sink: RowSink): void {
  const asOf = parseIsoDate(sink.asOf);
  const { terms } = policies.policyFor(frame.countyCode, asOf);
  const starts = Object.values(terms)
    .flatMap((term) => (term ? [term.value.start] : []))
    .filter((start) => addDays(start, MEETING_AFTER_DAYS) <= asOf)
    .toSorted()
    .slice(-2);
  for (const start of starts) {
    writeMeeting(frame, 'TERM_OPENING', addDays(start, MEETING_AFTER_DAYS), asOf, sink);
    const dispatch = addDays(start, DISPATCH_AFTER_DAYS);
    if (dispatch <= asOf) writeMeeting(frame, 'DISPATCH', dispatch, asOf, sink);
  }
  INSPECTIONS.forEach((plan, index) => {
    const school = frame.schools[index];
    if (school) writeInspection(school, plan, asOf, sink);
  });
}

function writeMeeting(
  { countyCode }: CountyFrame,
  kind: string,
  heldOn: IsoDate,
  asOf: IsoDate,
  sink: RowSink,
): void {
  const id = sink.opaqueKey('MEETING', `${kind} ${heldOn}`);
  sink.insert(MeetingEntity, {
    id,
    kind,
    heldOn,
    divisionCode: countyCode,
    bodies: ['LEADING_GROUP_OFFICE', 'COUNTY_EDUCATION', 'POLICE', 'CIVIL_AFFAIRS', 'LABOUR', 'TOWNSHIP'],
    minutesNumber: `会议纪要〔${heldOn.slice(0, 4)}〕${heldOn.slice(5, 7)}号`,
    recordedBy: 'imported:leading-group-office',
  });
  const place = { placeCode: countyCode, divisionCode: countyCode };
  writeFollowUps({ origin: 'MEETING', originId: id, ...place }, DECISIONS, heldOn, asOf, sink);
}

function writeInspection(
  { code, name, division }: SchoolRow,
  { daysAgo, kind, mode }: (typeof INSPECTIONS)[number],
  asOf: IsoDate,
  sink: RowSink,
): void {
  const inspectedOn = addDays(asOf, -daysAgo);
  const id = sink.opaqueKey('INSPECTION', `${code} ${daysAgo}`);
  const place = { placeCode: code, divisionCode: division };
  sink.insert(InspectionEntity, {
    id,
    kind,
    mode,
    inspectedOn,
    placeKind: 'SCHOOL',
    ...place,
    placeName: name,
    checkedData: mode === 'COVERT',
    noticeNumber: kind === 'SPECIAL' ? `督查通报〔${inspectedOn.slice(0, 4)}〕3号` : null,
    recordedBy: 'imported:inspection-office',
  });
  writeFollowUps({ origin: 'INSPECTION', originId: id, ...place }, FINDINGS, inspectedOn, asOf, sink);
  if (kind !== 'SPECIAL') return;
  sink.insert(AccountabilityRecordEntity, {
    id: sink.opaqueKey('ACCOUNTABILITY', id),
    inspectionId: id,
    kind: 'TALK',
    body: 'SCHOOL',
    post: 'DEPUTY',
    decidedOn: addDays(inspectedOn, 20),
    documentNumber: `约谈〔${inspectedOn.slice(0, 4)}〕1号`,
    ...place,
    recordedBy: 'imported:inspection-office',
  });
}

interface Origin {
  readonly origin: string;
  readonly originId: string;
  readonly placeCode: string;
  readonly divisionCode: string;
}

function writeFollowUps(
  origin: Origin,
  plans: readonly FollowUpPlan[],
  from: IsoDate,
  asOf: IsoDate,
  sink: RowSink,
): void {
  plans.forEach(({ text, body, dueAfterDays, doneAfterDays }, index) => {
    const doneOn = doneAfterDays === null ? null : addDays(from, doneAfterDays);
    const isDone = doneOn !== null && doneOn <= asOf;
    sink.insert(FollowUpEntity, {
      id: sink.opaqueKey('FOLLOW_UP', `${origin.originId} ${index}`),
      ...origin,
      position: index + 1,
      text,
      body,
      dueOn: addDays(from, dueAfterDays),
      doneOn: isDone ? doneOn : null,
      doneBy: isDone ? 'imported:leading-group-office' : null,
      documentNumber: isDone ? `落实情况〔${from.slice(0, 4)}〕${index + 1}号` : null,
    });
  });
}
