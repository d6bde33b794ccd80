import { labelledEnum } from '../../_kit/schema/label.js';

export const PairingKindEnum = labelledEnum(
  'PairingKind',
  { en: 'Kind of pairing', zh: '结对类型' },
  {
    TEACHER_PUPIL: { en: 'Teacher and pupil', zh: '师生结对' },
    PUPIL_PUPIL: { en: 'Pupil and pupil', zh: '生生结对' },
  },
);
