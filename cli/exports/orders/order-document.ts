import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  HeightRule,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { dayInWords, orBlank, type OrderFields, type OrderTemplate } from './order-fields.js';

/** GB/T 9704-2012: sizes in half points (2号 is 22 pt, 3号 is 16 pt), 28 pt from line to line. */
const TITLE_SIZE = 44;
const BODY_SIZE = 32;
const SMALL_SIZE = 28;
const LINE = 28 * 20;
/** Two characters of the body. */
const INDENT = 2 * 16 * 20;
const TITLE_FONT = { eastAsia: '方正小标宋简体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
const BODY_FONT = { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };
/** 5.2.1: the type area of an A4 page is 156 × 225 mm. */
const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
  },
};

/** A notice or order (.docx): the document on its own page, the proof of service on the next. */
export async function renderOrder(template: OrderTemplate, fields: OrderFields): Promise<Buffer> {
  const title = template.title(fields);
  const document = new Document({
    creator: fields.issuer,
    // Nothing of the child stands in the properties of the file.
    title: `${title} ${fields.orderNumber}`,
    sections: [
      {
        properties: { page: PAGE },
        children: [
          titleLine(title),
          line(fields.orderNumber, { alignment: AlignmentType.CENTER, spacing: { after: LINE, line: LINE } }),
          line(`${orBlank(fields.guardians.join('、') || null)}：`),
          ...template
            .body(fields)
            .map((text, index, all) =>
              line(text, { indent: { firstLine: INDENT }, keepNext: index === all.length - 1 }),
            ),
          line('', { keepNext: true }),
          line(`${fields.issuer}（印章）`, { ...SIGNED, keepNext: true }),
          line(dayInWords(fields.issuedOn), SIGNED),
        ],
      },
      { properties: { page: PAGE }, children: proofOfService(title, fields) },
    ],
  });
  return Packer.toBuffer(document);
}

type Layout = Omit<ConstructorParameters<typeof Paragraph>[0] & object, 'children' | 'text'>;

/** 7.3.5: the date stands four characters in from the right; a seal never stands on a page without text. */
const SIGNED: Layout = { alignment: AlignmentType.RIGHT, indent: { right: 2 * INDENT } };

function titleLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: LINE / 2 },
    children: [new TextRun({ text, font: TITLE_FONT, size: TITLE_SIZE })],
  });
}

function line(text: string, layout: Layout = {}): Paragraph {
  return new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    ...layout,
    children: [new TextRun({ text, font: BODY_FONT, size: BODY_SIZE })],
  });
}

/** 送达回证: filled in by hand where the document is handed over. */
function proofOfService(title: string, { issuer, orderNumber, guardians }: OrderFields) {
  const methods = '□直接送达　□留置送达　□邮寄送达\n□委托送达　□公告送达';
  const rows: readonly (readonly [string, string, number?])[] = [
    ['送达文书', `${title}\n${orderNumber}`],
    ['受送达人', guardians.join('、')],
    ['送达地点', ''],
    ['送达方式', methods],
    ['收到日期', '　　　　年　　月　　日　　时　　分'],
    ['受送达人签名或盖章', '', 18],
    ['代收人及与学生关系', '', 18],
    ['拒收事由及见证人签名', '', 22],
    ['送达人签名（两人）', '', 18],
    ['备注', '', 22],
  ];
  return [
    titleLine('送达回证'),
    line(`送达机关：${issuer}`, { spacing: { after: 120 } }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: COLUMNS,
      rows: rows.map(([label, text, height = 13]) => tableRow(label, text, height)),
    }),
  ];
}

/** Of the type area, 156 mm. */
const COLUMNS = [convertMillimetersToTwip(56), convertMillimetersToTwip(100)];
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

function tableRow(label: string, text: string, heightMm: number): TableRow {
  const cell = (content: string, width: number | undefined, alignment: 'center' | 'left') =>
    new TableCell({
      width: { size: width ?? 0, type: WidthType.DXA },
      borders: EDGES,
      margins: { left: 100, right: 100 },
      verticalAlign: VerticalAlign.CENTER,
      children: content.split('\n').map(
        (text) =>
          new Paragraph({
            alignment,
            children: [new TextRun({ text, font: BODY_FONT, size: SMALL_SIZE })],
          }),
      ),
    });
  return new TableRow({
    height: { value: convertMillimetersToTwip(heightMm), rule: HeightRule.ATLEAST },
    children: [cell(label, COLUMNS[0], 'center'), cell(text, COLUMNS[1], 'left')],
  });
}
