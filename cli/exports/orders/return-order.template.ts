import { childInWords, dayInWords, orBlank, type OrderFields, type OrderTemplate } from './order-fields.js';

const WORDS = { ENROL: '入学', RETURN: '复学' } as const;

/** 限期入学、复学通知书. */
export const template: OrderTemplate = {
  title: ({ kind }) => `限期${WORDS[kind]}通知书`,
  body: (fields) => [
    `经查，您的子女（被监护人）${childInWords(fields)}系义务教育阶段适龄儿童、少年，${situation(fields)}。${grounds(fields)}`,
    '《中华人民共和国义务教育法》第五条规定：适龄儿童、少年的父母或者其他法定监护人应当依法保证其按时入学接受并完成义务教育。《中华人民共和国未成年人保护法》第八十三条规定：对尚未完成义务教育的辍学未成年学生，教育行政部门应当责令父母或者其他监护人将其送入学校接受义务教育。',
    `现通知您于${dayInWords(fields.dueOn)}前，将其送至${orBlank(fields.child.schoolName)}${WORDS[fields.kind]}，接受并完成义务教育。`,
    '逾期无正当理由未送其入学的，将依照《中华人民共和国义务教育法》第五十八条的规定给予批评教育，责令限期改正。如有正当理由，请在上述期限内提出并附证明材料。',
    '特此通知。',
  ],
};

function situation({ kind, child }: OrderFields): string {
  if (kind === 'ENROL') return '至今未入学接受义务教育';
  return child.schoolName === null ? '目前未在校就读' : `原在${child.schoolName}就读，目前未在校就读`;
}

function grounds({ basis }: OrderFields): string {
  return basis === null ? '' : `${basis.replace(/[。.；;]$/u, '')}。`;
}
