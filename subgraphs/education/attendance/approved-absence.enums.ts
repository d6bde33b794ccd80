import { labelledEnum } from '../../_kit/schema/label.js';

export const ApprovedAbsenceKindEnum = labelledEnum(
  'ApprovedAbsenceKind',
  { en: 'Ground on which a child may stay away from school', zh: '批准不在校类型' },
  {
    DEFERRED_ENTRY: { en: 'Deferred entry', zh: '延缓入学', detail: '义务教育法第十一条' },
    SUSPENSION: { en: 'Suspension', zh: '休学', detail: '义务教育法第十一条' },
    MEDICALLY_UNABLE: {
      en: 'Medically unable to study',
      zh: '因身体原因不能就学',
      detail: 'home teaching is still to be tried',
    },
  },
);

export const ApprovedAbsenceApproverEnum = labelledEnum(
  'ApprovedAbsenceApprover',
  { en: 'Who approved it', zh: '批准机关', detail: '义务教育法第十一条 names both.' },
  {
    TOWNSHIP: { en: 'Township government', zh: '乡镇人民政府' },
    EDUCATION_BUREAU: { en: 'County education bureau', zh: '县级教育行政部门' },
  },
);
