export const ACTIVITY_KINDS = ['主题活动', '竞赛', '评选', '督查调研', '对标', '关怀帮扶', '其他'] as const;

export const PRACTICE_KINDS = ['典型做法', '创新做法'] as const;
