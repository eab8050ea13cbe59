/** The ten works of "模范机关+N", in the order of the programme. */
export const WORKS = [
  '政治建设',
  '中心任务',
  '为民服务',
  '建功立业',
  '改革创新',
  '文明创建',
  '红色工程',
  '作风转变',
  '群团建设',
  '典型培树',
] as const;

/** The three types of model organ. */
export const ORGAN_TYPES = ['学习型', '研究型', '创新型'] as const;
