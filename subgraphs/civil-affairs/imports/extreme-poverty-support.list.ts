import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { decimal, oneOf } from '../../_kit/import/plain-fields.js';
import { ExtremePovertyModeEnum } from '../relief.enums.js';
import { ExtremePovertySupportEntity } from '../extreme-poverty-support.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const extremePovertySupportList = defineChildList({
  list: 'extreme-poverty-support',
  title: { en: 'Extreme-poverty support', zh: '特困人员救助供养' },
  register: 'EXTREME_POVERTY_SUPPORT',
  entity: ExtremePovertySupportEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    mode: oneOf(ExtremePovertyModeEnum),
    monthlyAmountYuan: decimal,
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
