import { maskPhone } from '../../../subgraphs/civil-affairs/masked-phone.js';

test.each([
  ['10012345678', '100****5678'],
  ['085612345678', '085*****5678'],
  ['1234567', '*******'],
  ['', ''],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
