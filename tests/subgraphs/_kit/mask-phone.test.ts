import { maskPhone } from '../../../subgraphs/_kit/identity/mask-phone.js';

describe('a masked phone number', () => {
  it.each([
    ['10012345678', '100****5678'],
    ['+8610012345678', '+86*******5678'],
    ['85555555', '********'],
    ['', ''],
  ])('of %p is %p', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
