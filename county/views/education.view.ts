import type { IsoDate } from '../../policies/iso-date.js';
import type { DisabilityCategory } from './disability.view.js';
import type { IdentifiedRecord, RecordedGuardian, RecordedIdentity } from './identity.js';

/** The education registers on one child (教育): student status, attendance, roll-call, aid, placement, visits. */
export interface EducationView {
  /** Of the first status record; without one, as the roll-call, placement or deferral list has it. */
  readonly identity: RecordedIdentity;
  /** Row key of that record. */
  readonly sourceKey: string;
  /** 12-digit village code of the child's home as the school wrote it. */
  readonly residenceDivision: string;
  readonly guardians: readonly RecordedGuardian[];
  /** None, one, or two (two active statuses); each has its own identity. */
  readonly statusRecords: readonly StudentStatusRecord[];
  readonly statusChanges: readonly StatusChange[];
  /** Absences of the current term, by date; a day present has no record. */
  readonly absences: readonly Absence[];
  /** The term's roll-call of the class (三月和九月进班点名); null where the child is on no roster and was not met. */
  readonly rollCall: RollCallEntry | null;
  /** Roll-calls of the terms before, oldest first. */
  readonly earlierRollCalls: readonly RollCallEntry[];
  /** What the class teacher did about absences without excuse, by date. */
  readonly guardianContacts: readonly GuardianContact[];
  /** What the school did about runs of unexcused absence, by date. */
  readonly dropoutReporting: DropoutReporting;
  readonly aidAwards: readonly AidAward[];
  /** Special-education placement (教育安置), only of children with a disability. */
  readonly placement: EducationPlacement | null;
  readonly homeTeachingVisits: readonly HomeTeachingVisit[];
  readonly homeVisits: readonly HomeVisit[];
  readonly pairings: readonly Pairing[];
  /** Approved deferral of entry (延缓入学) or suspension (休学). */
  readonly approvedAbsence: ApprovedAbsence | null;
  /** Where the national status system says that a child of this county studies outside it; null if it was not asked or does not know. */
  readonly studyingElsewhere: StudyingElsewhere | null;
}

export interface StudentStatusRecord extends IdentifiedRecord {
  /** 全国学籍号, 19 characters: G + resident ID number, or L + school county + birth date + 4 digits (temporary). */
  readonly studentStatusNumber: string;
  /** 学生当前状态, JY/T 1001: 01 enrolled, 02 suspended, 05 returned, 06 lost (dropped out), 07 graduated, 10 transferred out, 11 deceased … */
  readonly stateCode: string;
  readonly schoolCode: string;
  /** Null when the child has left its class (graduated, transferred out). */
  readonly classCode: string | null;
  /** 1–9; of the last grade when the child has left. */
  readonly grade: number;
  /** 入学方式: 11 nearest school, 12 other. */
  readonly admissionModeCode: '11' | '12';
  readonly attendanceMode: 'DAY' | 'BOARDING';
  /** 是否留守儿童: 0 none, 1 one parent away, 2 both away for 3 months or more. NOT the civil-affairs definition. */
  readonly schoolLeftBehindType: 0 | 1 | 2;
  /** 随迁子女. */
  readonly isAccompanyingMigrantChild: boolean;
  /** 随班就读. */
  readonly learnsInRegularClass: boolean;
  readonly needsAid: boolean;
  readonly enrolledOn: IsoDate;
  readonly leftOn: IsoDate | null;
  /** National verification of identity; a failed one is the usual mark of a wrong number. */
  readonly idVerification: 'VERIFIED' | 'FAILED' | 'NOT_DONE';
  readonly form: StatusForm;
}

/** Further items of the status form (学籍基础信息采集表). */
export interface StatusForm {
  /** 学籍辅号. */
  readonly auxiliaryNumber: string;
  /** 班内学号; null for one who has left the class. */
  readonly classNumber: number | null;
  /** Raw numbers that the pupil had before, for example a temporary one. */
  readonly previousNumbers: readonly string[];
  /** 身份证件类型. */
  readonly documentCode: '1';
  readonly recordedDisability: DisabilityCategory | 'NONE';
  /** 随班就读. */
  readonly regularClassCategory: 'NONE' | 'VISUAL' | 'HEARING' | 'INTELLECTUAL' | 'OTHER';
  readonly isOnlyChild: boolean;
  readonly attendedPreschool: boolean;
  readonly isOrphan: boolean;
  /** 享受一补. */
  readonly receivesSubsidy: boolean;
  readonly travelDistanceKm: number;
  readonly travelMode: 'WALK' | 'CYCLE' | 'PUBLIC' | 'PARENTS' | 'SCHOOL_BUS';
  readonly needsSchoolBus: boolean;
}

/** 学籍异动. */
export interface StatusChange {
  readonly sourceKey: string;
  /** School-practice list: 11 admission, 12 return, 13 transfer in, 21 graduation, 23 suspension, 26 death, 27 transfer out, 28 dropout, 32 class change. */
  readonly kindCode: '11' | '12' | '13' | '21' | '23' | '26' | '27' | '28' | '32';
  readonly changedOn: IsoDate;
  readonly fromSchoolCode: string | null;
  readonly toSchoolCode: string | null;
  /** Null while a transfer waits for the receiving school. */
  readonly completedOn: IsoDate | null;
}

export interface Absence {
  readonly date: IsoDate;
  readonly session: 'WHOLE_DAY' | 'MORNING' | 'AFTERNOON';
  readonly state: 'EXCUSED' | 'UNEXCUSED';
  readonly reason: 'ILLNESS' | 'FAMILY' | 'UNREACHABLE' | 'REFUSED' | 'WORKING' | 'UNKNOWN';
}

export interface RollCallEntry {
  readonly calledOn: IsoDate;
  readonly schoolCode: string;
  readonly classCode: string;
  /** ON_ROSTER and present, ON_ROSTER and absent, or met in class without being on the roster (无籍就读). */
  readonly finding: 'PRESENT' | 'ABSENT' | 'EXTRA';
  readonly callerName: string;
}

/** The class teacher asked the guardian about an absence without excuse. */
export interface GuardianContact {
  readonly absentOn: IsoDate;
  readonly contactedOn: IsoDate;
  readonly teacherName: string;
  readonly channel: 'PHONE' | 'MESSAGE' | 'VISIT';
  readonly outcome: 'WILL_ATTEND' | 'EXPLAINED' | 'REFUSED' | 'NOT_REACHED';
}

/** Marks in the status system, calls of the responsible inspector, written reports (疑似辍学登记、标注与书面报告). */
export interface DropoutReporting {
  readonly marks: readonly {
    readonly mark: 'SUSPECTED_DROPOUT' | 'DROPPED_OUT' | 'RETURNED';
    readonly markedOn: IsoDate;
  }[];
  readonly inspectorCalls: readonly { readonly calledOn: IsoDate }[];
  readonly reports: readonly {
    readonly recipient: 'TOWNSHIP' | 'EDUCATION_BUREAU';
    readonly leftOn: IsoDate;
    readonly reportedOn: IsoDate;
  }[];
}

export interface AidAward {
  readonly sourceKey: string;
  readonly programme:
    | 'BOARDING_SUBSIDY'
    | 'DAY_PUPIL_SUBSIDY'
    | 'NUTRITION_IMPROVEMENT'
    | 'THREE_EXEMPTIONS_ONE_SUBSIDY'
    | 'CHARITY'
    | 'REDUCTION_DEFERRAL_WAIVER';
  /** E.g. 2026 for 2026/27. */
  readonly academicYear: number;
  readonly term: 'AUTUMN' | 'SPRING';
  readonly amountYuan: number;
  readonly decidedOn: IsoDate;
  /** Null until paid. */
  readonly paidOn: IsoDate | null;
}

export interface EducationPlacement {
  readonly mode: 'SPECIAL_SCHOOL' | 'REGULAR_CLASS' | 'HOME_TEACHING';
  readonly schoolCode: string;
  readonly decidedOn: IsoDate;
}

export interface HomeTeachingVisit {
  readonly visitedOn: IsoDate;
  readonly schoolCode: string;
  readonly hours: number;
  readonly content: 'LIFE_SKILLS' | 'LANGUAGE' | 'MATHEMATICS' | 'REHABILITATION';
}

export interface HomeVisit {
  readonly visitedOn: IsoDate;
  readonly visitorPost: 'CLASS_TEACHER' | 'SUBJECT_TEACHER' | 'SCHOOL_LEADER';
  readonly occasion: 'ROUTINE' | 'ABSENCE' | 'HARDSHIP' | 'TRANSITION';
  readonly guardianMet: boolean;
  readonly visitorName: string;
  readonly findings: readonly (
    'NOTHING' | 'HARDSHIP' | 'GUARDIANSHIP_GAP' | 'LEARNING_DIFFICULTY' | 'THINKS_OF_LEAVING'
  )[];
}

export interface Pairing {
  readonly kind: 'TEACHER_PUPIL' | 'PUPIL_PUPIL';
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly partnerName: string;
}

export interface ApprovedAbsence {
  readonly kind: 'DEFERRED_ENTRY' | 'SUSPENSION' | 'MEDICALLY_UNABLE';
  readonly approvedOn: IsoDate;
  readonly from: IsoDate;
  /** At most one year, renewable. */
  readonly until: IsoDate;
  readonly approver: 'TOWNSHIP' | 'EDUCATION_BUREAU';
  readonly documentNumber: string;
}

export interface StudyingElsewhere {
  readonly scope: 'OUT_OF_COUNTY' | 'OUT_OF_PROVINCE' | 'ABROAD';
  /** 6 digits, null abroad. */
  readonly countyCode: string | null;
  readonly placeName: string;
  readonly schoolName: string;
  /** 1–9; 10 is a senior school after grade 9. */
  readonly grade: number;
  readonly checkedOn: IsoDate;
}
