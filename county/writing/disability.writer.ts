import { isoOf } from '../day-numbers.js';
import type { ChildDisability } from '../population/draft.js';
import { certificateNumberOf } from '../register-numbers.js';
import type {
  AssistiveDevice,
  DisabilityCategory,
  DisabilityCertificate,
  DisabilityVerification,
  DisabilityView,
  HomeMedicalVisit,
  PlacementRecommendation,
  RehabilitationService,
} from '../views.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

const CERTIFICATE_DAYS = 3650;
const REISSUED = 0.08;

const DEVICES: Partial<Record<DisabilityCategory, AssistiveDevice['kind']>> = {
  VISUAL: 'VISUAL_AID',
  HEARING: 'HEARING_AID',
  PHYSICAL: 'WHEELCHAIR',
};

/** Children's certificates are looked at again when the disability may have changed. */
const REASSESSED = 0.05;

function certificateState(daysHeld: number, isReassessed: boolean): DisabilityCertificate['state'] {
  if (daysHeld > CERTIFICATE_DAYS) return 'EXPIRED';
  return isReassessed ? 'REASSESSMENT' : 'VALID';
}

function certificateOf({ world, child, random }: Writing): DisabilityCertificate | null {
  if (!child.disability) return null;
  const { category, components, grade, issuedDay } = child.disability;
  const reissueSuffix = random.chance(REISSUED) ? 'B1' : '';
  return {
    certificateNumber: certificateNumberOf(child.residentIdNumber, category, grade, reissueSuffix),
    category,
    components,
    grade,
    reissueSuffix,
    issuedOn: isoOf(issuedDay),
    expiresOn: isoOf(issuedDay + CERTIFICATE_DAYS),
    state: certificateState(world.calendar.asOf - issuedDay, random.split(46).chance(REASSESSED)),
  };
}

function rehabilitation({ world, family, child, random }: Writing): RehabilitationService[] {
  if (!child.disability || (!family.isShowcase && !random.chance(0.6))) return [];
  const from = world.calendar.asOf - random.int(30, 300);
  return [
    {
      kind:
        child.disability.category === 'HEARING'
          ? 'HEARING_AID_FITTING'
          : random.pick(['TRAINING', 'THERAPY'] as const),
      from: isoOf(Math.max(from, child.disability.issuedDay)),
      until: null,
      institution: `${world.county.name}残疾人康复中心`,
    },
  ];
}

function devices({ world, child, random }: Writing): AssistiveDevice[] {
  const kind = child.disability && DEVICES[child.disability.category];
  if (!kind || !random.chance(0.6)) return [];
  return [{ kind, deliveredOn: isoOf(world.calendar.asOf - random.int(30, 150)) }];
}

/** What the federation recommends; for a child whom nobody has placed yet, by the grade of the disability. */
function recommendedMode({ placement, grade }: ChildDisability): PlacementRecommendation['mode'] {
  if (placement !== 'NONE') return placement;
  return grade <= 2 ? 'HOME_TEACHING' : 'REGULAR_CLASS';
}

/** Monthly visits to those who cannot leave home (送医上门). */
function medicalVisits({ world, child }: Writing): HomeMedicalVisit[] {
  const { disability } = child;
  if (!disability || disability.grade > 2 || disability.placement === 'REGULAR_CLASS') return [];
  return [75, 45, 15].map((daysAgo) => ({
    visitedOn: isoOf(world.calendar.asOf - daysAgo),
    institution: '乡镇卫生院',
  }));
}

/** The last check of each record (逐一核查); one family of eleven was not seen for long. */
function verifications(
  { world, family }: Writing,
  certificate: DisabilityCertificate | null,
  ofParents: boolean,
) {
  const daysAgo = 5 + ((family.index * 17) % 89) + (family.index % 11 === 4 ? 120 : 0);
  const verifiedOn = isoOf(world.calendar.asOf - daysAgo);
  const groups: DisabilityVerification['specialGroup'][] = [];
  if (certificate && certificate.issuedOn <= verifiedOn) groups.push('DISABLED_CHILD');
  if (ofParents) groups.push('CHILD_OF_DISABLED');
  return groups.map((specialGroup): DisabilityVerification => ({
    specialGroup,
    verifiedOn,
    outcome: 'HOLDS',
  }));
}

/** Certificates of the child and its parents with what follows from them; null when nobody has one. */
export function writeDisability(writing: Writing): DisabilityView | null {
  const { world, family, child } = writing;
  const certificate = certificateOf(writing);
  const parentCertificates = [family.father, family.mother].flatMap((parent) =>
    parent.disability && family.home.kind !== 'INCOMER'
      ? [
          {
            parent: parent.role,
            certificateNumber: certificateNumberOf(
              parent.residentIdNumber,
              parent.disability.category,
              parent.disability.grade,
            ),
            ...parent.disability,
          },
        ]
      : [],
  );
  if (!certificate && parentCertificates.length === 0) return null;
  return {
    identity: writtenIdentity('disability', writing),
    sourceKey: keyIn('disability', writing),
    residenceDivision: filedDivision(family, world.county.code),
    certificate,
    parentCertificates,
    placementRecommendation:
      child.disability && child.age >= 6
        ? {
            mode: recommendedMode(child.disability),
            recommendedOn: isoOf(Math.max(child.disability.issuedDay, world.calendar.yearStart - 60)),
          }
        : null,
    rehabilitation: rehabilitation(writing),
    assistiveDevices: devices(writing),
    homeMedicalVisits: medicalVisits(writing),
    verifications: verifications(writing, certificate, parentCertificates.length > 0),
  };
}
