import { useState } from 'react';

/**
 * What a form began with. What is changed elsewhere, as by an undo, comes in as long as nothing was typed; after that
 * the form keeps its base, and saving finds the conflict.
 */
export function useBase<T>(live: T, isDirty: boolean) {
  const [base, setBase] = useState(live);
  const [seen, setSeen] = useState(live);
  const isNews = live !== seen;
  if (isNews) {
    setSeen(live);
    if (!isDirty) setBase(live);
  }
  return { base, setBase };
}
