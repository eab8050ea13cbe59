export const messages = {
  unsaved: {
    title: '表单里有还没保存的内容',
    content: '离开会丢掉这些内容。已保存的记录不受影响。',
    okText: '放弃并离开',
    cancelText: '继续编辑',
  },
} as const;
