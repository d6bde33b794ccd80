import { childInWords, dayInWords, orBlank, type OrderTemplate } from './order-fields.js';

/** 义务教育入学通知书, with the law and what follows from breaking it (青政办发〔2018〕49号 三（一）4). */
export const template: OrderTemplate = {
  title: () => '义务教育入学通知书',
  body: (fields) => [
    `根据《中华人民共和国义务教育法》第十一条、第十二条的规定，您的子女（被监护人）${childInWords(fields)}应当入学接受义务教育。请于${dayInWords(fields.dueOn)}前，持本通知书和户口簿到${orBlank(fields.child.schoolName)}办理入学手续。`,
    '该法第五条规定：适龄儿童、少年的父母或者其他法定监护人应当依法保证其按时入学接受并完成义务教育。第五十八条规定：适龄儿童、少年的父母或者其他法定监护人无正当理由未依照本法规定送适龄儿童、少年入学接受义务教育的，由当地乡镇人民政府或者县级人民政府教育行政部门给予批评教育，责令限期改正。',
    '因身体状况需要延缓入学的，请向当地乡镇人民政府或者县级人民政府教育行政部门提出申请；已在其他学校就读的，请将就读证明送交我单位。',
    '特此通知。',
  ],
};
