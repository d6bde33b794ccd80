import { birthDateInNumber } from '../../_kit/identity/resident-id-number.js';
import { CHILD_KEY, childFields, describedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { countyCode, divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { FloatingPopulationRecordEntity } from '../floating-population.entity.js';
import { FloatingDirectionEnum, FloatingReasonEnum } from '../movement.enums.js';
import { ResidentEntity } from '../resident.entity.js';

export const floatingPopulationList = defineChildList({
  list: 'floating-population',
  title: { en: 'Floating population', zh: '流动人口' },
  register: 'FLOATING_POPULATION',
  entity: FloatingPopulationRecordEntity,
  key: [...CHILD_KEY, 'direction', 'startedOn'],
  people: [ResidentEntity],
  fields: {
    ...childFields,
    direction: oneOf(FloatingDirectionEnum),
    otherCountyCode: countyCode,
    otherPlaceName: text,
    localDivisionCode: divisionCode,
    reason: oneOf(FloatingReasonEnum),
    startedOn: date,
    endedOn: optional(date),
  },
  childOf: describedChild,
  // Who came in lives in the village, who went out is registered there.
  scopesOf: ({ direction, localDivisionCode: code, endedOn }) =>
    endedOn === null ? [{ kind: direction === 'IN' ? 'RESIDENCE' : 'REGISTERED', code }] : [],
  rowOf: ({ residentIdNumber: number, ...values }, { childKey, seal }, { described }) => ({
    ...values,
    ...described,
    sourceKey: childKey,
    residentIdNumberSealed: number && seal(number, 'floating_population_record.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(number),
  }),
});
