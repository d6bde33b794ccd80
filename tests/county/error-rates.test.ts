import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ERROR_RATES_PATH, ErrorRatesError, loadErrorRates } from '../../county/error-rates.js';
import { families } from '../../county/generate-families.js';
import { county } from './counties.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'error-rates-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = readFileSync(DEFAULT_ERROR_RATES_PATH, 'utf8');

function fileWith(change: (text: string) => string): string {
  const path = join(folder, 'rates.yaml');
  writeFileSync(path, change(good));
  return path;
}

function problemOf(change: (text: string) => string): string {
  const path = fileWith(change);
  try {
    loadErrorRates('yinjiang', path);
  } catch (error) {
    expect(error).toBeInstanceOf(ErrorRatesError);
    return (error as ErrorRatesError).message;
  }
  throw new Error('The file was accepted.');
}

describe('the error-rates file', () => {
  it('lays the entries of a county over the defaults', () => {
    expect(loadErrorRates('changji').classes.ID_CORRECTED.rate).toBe(0.009);
    expect(loadErrorRates('changji').classes.ABROAD).toEqual(loadErrorRates('yinjiang').classes.ABROAD);
  });

  it('says which file and class has a rate that is no number', () => {
    const problem = problemOf((text) => text.replace('ABROAD: { rate: 0.0002', 'ABROAD: { rate: often'));
    expect(problem).toContain(join(folder, 'rates.yaml'));
    expect(problem).toContain('default.ABROAD.rate');
    expect(problem).toContain('expected number');
  });

  it('says that a class is not known', () => {
    expect(problemOf((text) => text.replace('ABROAD:', 'ON_THE_MOON:'))).toMatch(/ON_THE_MOON|ABROAD/);
  });

  it('says that a class is missing', () => {
    expect(problemOf((text) => text.replace(/ {2}ABROAD:.*\n/, ''))).toContain('ABROAD');
  });

  it('says that a county is not known', () => {
    expect(problemOf((text) => text.replace('  changji:', '  atlantis:'))).toContain('atlantis');
  });

  it('says that a rate is negative, or too large for one class', () => {
    expect(problemOf((text) => text.replace('rate: 0.0002', 'rate: -1'))).toContain('default.ABROAD.rate');
    expect(problemOf((text) => text.replace('rate: 0.0002', 'rate: 0.9'))).toContain('default.ABROAD.rate');
  });

  it('says that all rates together are more than families can carry', () => {
    const problem = problemOf((text) => text.replaceAll(/rate: 0\.0\d+/g, 'rate: 0.02'));
    expect(problem).toContain('the rates for yinjiang sum to');
  });

  it('says that the file is not YAML, or not there', () => {
    expect(problemOf(() => 'default: [')).toContain('rates.yaml');
    expect(() => loadErrorRates('yinjiang', join(folder, 'none.yaml'))).toThrow(/none\.yaml.*no such file/i);
  });

  it('is read from the path in the options, before the first family', () => {
    const path = fileWith((text) => text.replaceAll(/rate: [\d.]+, minimum: \d+/g, 'rate: 0, minimum: 0'));
    const planted = [...families({ ...county('yinjiang', 500), errorRatesPath: path })].flatMap(
      ({ plantedErrors }) => plantedErrors,
    );
    expect(planted).toEqual([]);
    const broken = families({ ...county('yinjiang', 500), errorRatesPath: fileWith(() => 'default: 3') });
    expect(() => broken.next()).toThrow(ErrorRatesError);
  });
});
