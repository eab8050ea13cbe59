import { Checkbox, Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Entry, RecordOf } from '#domain/records/archive-record';
import { selectEntries } from '#domain/yearbook/select-entries';
import {
  USUAL_PICTURES,
  YEARBOOK_CHAPTERS,
  type PictureChoice,
  type YearbookChapter,
} from '#domain/yearbook/yearbook-options';
import { DEFAULT_YEARBOOK_TITLE } from '#domain/yearbook/yearbook-terms';
import { useSession } from '../../archive/session-context.tsx';
import { useEntries, useRecords } from '../../archive/use-records.ts';
import { countByYear } from './count-by-year.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { UndatedChoice } from './scoped-panel.tsx';
import type { DocumentDesk } from './use-document-job.ts';
import { useYearbookTexts } from './use-yearbook-texts.ts';
import { PictureFields, TextFields } from './yearbook-fields.tsx';

/** The choices for the yearbook of one year. */
export function YearbookPanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive, settings } = useSession();
  const entries = useEntries();
  const practices = useRecords('practice');
  const thisYear = Number(archive.today().slice(0, 4));
  const years = useMemo(() => countByYear(entries, thisYear), [entries, thisYear]);
  const initial = useInitialOptions('yearbook');
  const [chosenYear, setYear] = useState<number | null>(initial?.year ?? null);
  const year = chosenYear ?? years.find(({ count }) => count > 0)?.year ?? thisYear;
  const [chapters, setChapters] = useState<readonly YearbookChapter[]>(initial?.chapters ?? YEARBOOK_CHAPTERS);
  const [includeUndated, setIncludeUndated] = useState(initial?.includeUndated ?? false);
  const cover = useCover(settings.yearbookTitle || DEFAULT_YEARBOOK_TITLE, initial);
  const counts = useMemo(() => countEntries(entries, practices, year, chapters), [entries, practices, year, chapters]);
  const isEmpty = COUNTED.every((chapter) => counts[chapter] === 0);
  const [pictures, setPictures] = useState<PictureChoice>(initial?.pictures ?? USUAL_PICTURES);
  const texts = useYearbookTexts(year);
  const options = () => {
    const { title, editor } = cover;
    const compiledOn = archive.today();
    return {
      year,
      chapters,
      pictures,
      ...texts.texts,
      includeUndated,
      title,
      editor,
      compiledOn,
    };
  };
  return (
    <DocumentPanel
      kind="yearbook"
      desk={desk}
      isComplete={cover.isComplete && chapters.length > 0}
      options={options}
      notice={isEmpty ? messages.nothing : null}
    >
      <div className={styles['fields']}>
        <Form.Item label={messages.year} htmlFor="yearbook-year">
          <Select
            id="yearbook-year"
            value={year}
            onChange={setYear}
            options={years.map((each) => ({ value: each.year, label: messages.yearItem(each.year, each.count) }))}
          />
        </Form.Item>
        <CoverFields {...cover} />
      </div>
      <Form.Item
        label={messages.chapters}
        {...(chapters.length === 0 ? { validateStatus: 'error', help: messages.needChapter } : {})}
      >
        <Checkbox.Group
          className={styles['options'] ?? ''}
          value={[...chapters]}
          onChange={(chosen) => setChapters(YEARBOOK_CHAPTERS.filter((chapter) => chosen.includes(chapter)))}
          options={YEARBOOK_CHAPTERS.map((chapter) => ({
            value: chapter,
            label: isCounted(chapter)
              ? messages.chapterItem(messages.chapterNames[chapter], counts[chapter])
              : messages.chapterNames[chapter],
          }))}
        />
      </Form.Item>
      {chapters.includes('pictures') && <PictureFields choice={pictures} change={setPictures} />}
      <TextFields year={year} chapters={chapters} state={texts} />
      <UndatedChoice count={counts.undated} isIncluded={includeUndated} include={setIncludeUndated} />
    </DocumentPanel>
  );
}

/** The chapters that are made of records of the year. */
const COUNTED = ['plans', 'activities', 'practices', 'honors'] as const satisfies readonly YearbookChapter[];

function isCounted(chapter: YearbookChapter): chapter is (typeof COUNTED)[number] {
  return (COUNTED as readonly YearbookChapter[]).includes(chapter);
}

/** How many records each chapter would hold, chosen or not, and how many of the chosen ones have no year. */
function countEntries(
  entries: readonly Entry[],
  practices: readonly RecordOf<'practice'>[],
  year: number,
  chapters: readonly YearbookChapter[],
) {
  const all = selectEntries(entries, { year, chapters: YEARBOOK_CHAPTERS }, practices);
  const { undated } = selectEntries(entries, { year, chapters });
  return {
    plans: all.plans.length,
    activities: all.activities.length,
    practices: all.practices.length,
    honors: all.honors.length,
    undated: undated.length,
  };
}
