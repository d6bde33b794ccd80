import { childInWords, dayInWords, orBlank, type OrderTemplate } from './order-fields.js';

/** 责令限期改正通知书 (义务教育法第五十八条): it is no penalty. */
export const template: OrderTemplate = {
  title: () => '责令限期改正通知书',
  body: (fields) => [
    `经查，您的子女（被监护人）${childInWords(fields)}系义务教育阶段适龄儿童、少年，经送达通知和批评教育，您仍未送其入学接受义务教育。${fields.basis === null ? '' : `${fields.basis.replace(/[。.；;]$/u, '')}。`}`,
    '上述行为违反了《中华人民共和国义务教育法》第五条、第十一条的规定。依照该法第五十八条“适龄儿童、少年的父母或者其他法定监护人无正当理由未依照本法规定送适龄儿童、少年入学接受义务教育的，由当地乡镇人民政府或者县级人民政府教育行政部门给予批评教育，责令限期改正”的规定，作出如下决定：',
    `责令您于${dayInWords(fields.dueOn)}前改正，将其送至${orBlank(fields.child.schoolName)}接受并完成义务教育。`,
    '逾期不改正的，将移送司法行政等部门依法处理。您对本通知有异议的，可以在收到之日起向本机关陈述、申辩。',
  ],
};
