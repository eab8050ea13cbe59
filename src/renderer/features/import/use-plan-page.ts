import { useEffect, useState } from 'react';
import type { PlanList, PlanPage } from '#domain/import/plan-lists';
import type { PlanQuestions } from './import-state.ts';

const NOTHING: PlanPage = { total: 0, entries: [], rows: [] };

/** A page of a list of the plan; the former one stays until the next is there, or that of a plan made anew. */
export function usePlanPage(list: PlanList, questions: PlanQuestions, size: number) {
  const [number, setNumber] = useState(1);
  const [shown, setShown] = useState<{ readonly page: PlanPage; readonly isLoading: boolean }>({
    page: NOTHING,
    isLoading: true,
  });
  useEffect(() => {
    let isCurrent = true;
    const fetch = async () => {
      const page = await questions.page(list, (number - 1) * size, size);
      if (!isCurrent) return;
      // Rows go from a list as they are mended: the last page may be gone.
      const last = Math.max(1, Math.ceil(page.total / size));
      if (number > last) setNumber(last);
      else setShown({ page, isLoading: false });
    };
    // When the worker is gone, the screen goes too.
    fetch().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [questions, list, number, size]);
  const { page, isLoading } = shown;
  return {
    page,
    isLoading,
    pagination: {
      current: number,
      pageSize: size,
      total: page.total,
      hideOnSinglePage: true,
      showSizeChanger: false,
      onChange: setNumber,
    },
  };
}
