import { residentIdCheckCharacter } from '../../../../subgraphs/_kit/identity/resident-id-number.js';

/** A line of the residents' list by its official headings. */
export type ResidentLine = Readonly<Record<string, string>>;

/** Number of a synthetic child: division prefix 99, born on `birthDate`; the 17th digit is odd for a boy. */
export function syntheticNumber(birthDate: string, serial: number): string {
  const first17 = `990625${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

export function residentLine(serial: number, changes: ResidentLine = {}): ResidentLine {
  const month = String((serial % 12) + 1).padStart(2, '0');
  const birthDate = `2014-${month}-15`;
  return {
    人员编号: `RY${String(serial).padStart(6, '0')}`,
    公民身份号码: syntheticNumber(birthDate, (serial * 2 + 1) % 1000),
    姓名: `测试${String.fromCodePoint(0x4e00 + (serial % 2000))}`,
    性别: '男',
    出生日期: birthDate,
    民族: '土家',
    户籍地区划代码: '520625001001',
    户号: `H${Math.floor(serial / 3)}`,
    与户主关系: '子',
    户口登记日期: '2014年6月1日',
    ...changes,
  };
}

export function csvOf(lines: readonly ResidentLine[], separator = ','): string {
  const headings = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cells = lines.map((line) => headings.map((heading) => `"${line[heading] ?? ''}"`).join(separator));
  return [headings.join(separator), ...cells].join('\r\n');
}
