import { currentRegistration } from '../../../subgraphs/police/current-registration.js';

const OLD = { registeredOn: '2014-05-02', cancelledOn: null };
const NEW = { registeredOn: '2019-08-20', cancelledOn: null };

describe('the registration that counts', () => {
  it('is the latest of two that both stand', () => {
    expect(currentRegistration([OLD, NEW])).toBe(NEW);
  });

  it('is the one not cancelled, even when a later one was cancelled', () => {
    expect(currentRegistration([{ ...NEW, cancelledOn: '2020-01-01' }, OLD])).toBe(OLD);
  });

  it('is the latest when all were cancelled', () => {
    const last = { ...NEW, cancelledOn: '2022-03-01' };
    expect(currentRegistration([{ ...OLD, cancelledOn: '2019-08-20' }, last])).toBe(last);
  });

  it('is none without any', () => {
    expect(currentRegistration([])).toBeNull();
  });
});
