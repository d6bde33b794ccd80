import { labelledEnum, type EnumValue } from '../../../_kit/schema/label.js';
import type { RECORD_ENDS } from './disposition-record.entity.js';
import type { DispositionFamily } from './dispositions.js';

export const DispositionFamilyEnum = labelledEnum<DispositionFamily>(
  'DispositionFamily',
  { en: 'What a disposition means for the child', zh: '核查结论类别' },
  {
    REGISTER_ERROR: { en: 'A register is wrong', zh: '登记信息有误' },
    IN_SCHOOL: { en: 'In school', zh: '在校就读' },
    OUT_OF_SCOPE: { en: 'Not due to be in school', zh: '不在统计范围' },
    APPROVED_ABSENCE: { en: 'Absent by approval', zh: '经批准未在校' },
    OPEN: { en: 'Not settled', zh: '尚无结论' },
    TRUE: { en: 'Out of school', zh: '确认失学辍学' },
  },
);

export const DispositionEndEnum = labelledEnum<(typeof RECORD_ENDS)[number]>(
  'DispositionEnd',
  { en: 'Why a disposition holds no more', zh: '核查结论失效原因' },
  {
    SUPERSEDED: { en: 'Superseded by a later one', zh: '被新结论取代' },
    LAPSED: { en: 'Its time is over', zh: '已到期' },
    REPAIRED: { en: 'The register was repaired, and matches', zh: '更正后比对一致' },
    GONE: { en: 'The registers agree', zh: '各方信息已一致' },
  },
);

export const RecordDispositionErrorEnum = labelledEnum(
  'RecordDispositionErrorCode',
  { en: 'Why a disposition was not recorded', zh: '核查结论未登记的原因' },
  {
    NOT_FOUND: { en: 'There is no such discrepancy within reach', zh: '没有该疑点' },
    GONE: { en: 'The registers agree by now; there is nothing to decide', zh: '疑点已消除' },
    STALE_VERSION: {
      en: 'Somebody or a comparison has changed it since; look at it again',
      zh: '疑点已有更新，请重新查看',
    },
    CODE_DOES_NOT_FIT: {
      en: 'The disposition answers another kind of discrepancy',
      zh: '结论与疑点类别不符',
    },
    OTHER_TOWNSHIP: {
      en: 'The case belongs to the township where the child lives; say that it lives there, or leave it to them',
      zh: '个案由学生居住地乡镇(街道)办理',
    },
    OTHER_VERIFIER: { en: 'Another agency has to confirm this', zh: '应由其他部门核实' },
    CASE_NOT_ENDED: {
      en: 'A confirmed case ends with a return, a place in school, completion, the end of compulsory age or a death',
      zh: '已确认的失学辍学，须复学、在校、完成学业、超龄或死亡方可销号',
    },
    SECOND_CHECK_BY_COUNTY: { en: 'The second check is for the county', zh: '应由县级复核' },
    SECOND_CHECK_BY_ANOTHER: { en: 'The second check is for somebody else', zh: '复核人不得为原核查人' },
    DECIDED_ALREADY: { en: 'It was checked twice and stands so', zh: '已复核' },
    EVIDENCE_MISSING: { en: 'None of the papers can settle it', zh: '缺少所需佐证材料' },
    EVIDENCE_IN_FUTURE: { en: 'A paper is dated in the future', zh: '佐证材料日期晚于今日' },
    EVIDENCE_INVALID: {
      en: 'A paper needs number, issuer and SHA-256 of its file, and no resident number',
      zh: '佐证材料编号、出具单位或文件哈希值有误，且不得填写身份证号',
    },
    VISIT_NOT_FOUND: { en: 'There is no such completed task about the child', zh: '没有该已完成的核查任务' },
    END_MISSING: { en: 'The end of the approval is missing', zh: '缺少批准截止日期' },
    END_INVALID: { en: 'An approval ends today or within a year', zh: '批准截止日期应在一年以内' },
    END_NOT_ASKED: { en: 'How long this holds is not for the caller to say', zh: '该结论的有效期由规则确定' },
    RESIDENCE_INVALID: {
      en: 'The village or township of residence is missing, unknown, or not asked for',
      zh: '居住地代码缺失、有误或不应填写',
    },
  },
);
export type RecordDispositionErrorCode = EnumValue<typeof RecordDispositionErrorEnum>;
