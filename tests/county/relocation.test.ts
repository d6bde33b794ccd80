import { dayNumberOf } from '../../county/day-numbers.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { settledOn } from '../../county/population/residence.js';
import { SCENARIOS } from '../../county/population/scenario.js';

const site = { division: '520625003217', movedDay: dayNumberOf(parseIsoDate('2019-05-01')) };
const home = {
  kind: 'LOCAL',
  registeredVillage: '520625003208',
  residenceVillage: '520625101004',
  otherPlace: null,
  movedDay: null,
  isInSeat: false,
} as const;

test('a family that is to live apart from its registration does so after a relocation too', () => {
  expect(settledOn(site, home, SCENARIOS.RESIDENCE_MOVED)).toMatchObject({
    registeredVillage: '520625101004',
    residenceVillage: site.division,
  });
  const elsewhere = { ...site, division: '520625102001' };
  expect(settledOn(elsewhere, home, SCENARIOS.RESIDENCE_MOVED).registeredVillage).toBe(
    home.registeredVillage,
  );
});

test('every other family stays registered where it was', () => {
  expect(settledOn(site, home, null)).toMatchObject({
    registeredVillage: home.registeredVillage,
    residenceVillage: site.division,
    isInSeat: true,
  });
});
