import { BookOutlined } from '@ant-design/icons';
import { Alert, App, Button, Checkbox, Form, Input, Progress, Select, Space } from 'antd';
import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { countingYear } from '#domain/dates/fuzzy-date';
import { DOCUMENT_TERMS } from '#domain/document/document-terms';
import { recordDate, type Entry } from '#domain/records/archive-record';
import { selectEntries } from '#domain/yearbook/select-entries';
import {
  YEARBOOK_CHAPTERS,
  YEARBOOK_YEARS,
  yearbookOptionsSchema,
  type YearbookChapter,
} from '#domain/yearbook/yearbook-options';
import { DEFAULT_YEARBOOK_TITLE } from '#domain/yearbook/yearbook-terms';
import { useSession } from '../../archive/session-context.tsx';
import { useEntries } from '../../archive/use-records.ts';
import type { DocumentProgress } from '../../jobs/produce-document.ts';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { JobReport } from './job-report.tsx';
import { messages } from './messages.ts';
import { useYearbookJob } from './use-yearbook-job.ts';
import styles from './yearbook-screen.module.css';

/** Year and options, then the Word file: with progress, cancel, and what came of it. */
export function YearbookScreen() {
  const { archive, settings, changeSettings } = useSession();
  const entries = useEntries();
  const thisYear = Number(archive.today().slice(0, 4));
  const years = useMemo(() => countByYear(entries, thisYear), [entries, thisYear]);
  const [chosenYear, setYear] = useState<number | null>(null);
  const year = chosenYear ?? years.find(({ count }) => count > 0)?.year ?? thisYear;
  const [chapters, setChapters] = useState<readonly YearbookChapter[]>(YEARBOOK_CHAPTERS);
  const [includeUndated, setIncludeUndated] = useState(false);
  const [title, setTitle] = useState(settings.yearbookTitle || DEFAULT_YEARBOOK_TITLE);
  const [editor, setEditor] = useState(settings.editor || DOCUMENT_TERMS.editor);
  const { job, start, cancel } = useYearbookJob();
  const { message } = App.useApp();

  const counts = useMemo(() => countEntries(entries, year, chapters), [entries, year, chapters]);
  const isRunning = job.state === 'running';
  const isComplete = title.trim() !== '' && editor.trim() !== '' && chapters.length > 0;
  const produce = async () => {
    const compiledOn = archive.today();
    const options = v.safeParse(yearbookOptionsSchema, { year, chapters, includeUndated, title, editor, compiledOn });
    if (!options.success) return void message.error(messages.badOptions);
    await changeSettings({ yearbookTitle: options.output.title, editor: options.output.editor });
    await start(options.output);
  };

  return (
    <Page title={messages.title}>
      <p className={styles['intro']}>{messages.intro}</p>
      <Form component={false} layout="vertical" disabled={isRunning}>
        <Card holds="form">
          <div className={styles['fields']}>
            <Form.Item label={messages.year} htmlFor="yearbook-year">
              <Select
                id="yearbook-year"
                value={year}
                onChange={setYear}
                options={years.map((each) => ({ value: each.year, label: messages.yearItem(each.year, each.count) }))}
              />
            </Form.Item>
            <Named
              label={messages.bookTitle}
              id="yearbook-title"
              value={title}
              onChange={setTitle}
              missing={messages.needTitle}
            />
            <Named
              label={messages.editor}
              id="yearbook-editor"
              value={editor}
              onChange={setEditor}
              missing={messages.needEditor}
            />
          </div>
          <Form.Item
            label={messages.chapters}
            {...(chapters.length === 0 ? { validateStatus: 'error', help: messages.needChapter } : {})}
          >
            <Checkbox.Group
              value={[...chapters]}
              onChange={(chosen) => setChapters(YEARBOOK_CHAPTERS.filter((chapter) => chosen.includes(chapter)))}
              options={YEARBOOK_CHAPTERS.map((chapter) => ({
                value: chapter,
                label: messages.chapterItem(messages.chapterNames[chapter], counts[chapter]),
              }))}
            />
          </Form.Item>
          {counts.undated > 0 && (
            <Form.Item>
              <Checkbox checked={includeUndated} onChange={(event) => setIncludeUndated(event.target.checked)}>
                {messages.undated(counts.undated)}
              </Checkbox>
            </Form.Item>
          )}
          {entries && YEARBOOK_CHAPTERS.every((chapter) => counts[chapter] === 0) && (
            <Alert className={styles['notice'] ?? ''} type="info" title={messages.nothing} />
          )}
        </Card>
      </Form>
      <Space className={styles['actions'] ?? ''}>
        <Button
          type="primary"
          icon={<BookOutlined aria-hidden />}
          disabled={isRunning || !isComplete || !entries}
          onClick={() => void produce()}
        >
          {messages.start}
        </Button>
        {isRunning && <Button onClick={cancel}>{messages.cancel}</Button>}
      </Space>
      {isRunning && <RunningJob progress={job.progress} />}
      <JobReport job={job} />
    </Page>
  );
}

function RunningJob({ progress }: { readonly progress: DocumentProgress | null }) {
  return (
    <output className={styles['progress']}>
      <Progress percent={percentOf(progress)} status="active" showInfo={false} size="small" />
      {progress && messages.stage(progress.stage, progress.done, progress.total)}
    </output>
  );
}

type NamedProps = {
  readonly label: string;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly missing: string;
};

function Named({ label, id, value, onChange, missing }: NamedProps) {
  const error = value.trim() === '' ? ({ validateStatus: 'error', help: missing } as const) : {};
  return (
    <Form.Item label={label} htmlFor={id} {...error}>
      <Input id={id} value={value} maxLength={60} onChange={(event) => onChange(event.target.value)} />
    </Form.Item>
  );
}

/** Composing and packing are short beside the rendering of the entries. */
function percentOf(progress: DocumentProgress | null): number {
  if (!progress) return 0;
  const share = progress.total === 0 ? 0 : progress.done / progress.total;
  switch (progress.stage) {
    case 'compose':
      return 5 * share;
    case 'render':
      return 5 + 75 * share;
    default:
      return 80 + 20 * share;
  }
}

/** How many records each chapter would hold, chosen or not, and how many of the chosen ones have no year. */
function countEntries(entries: readonly Entry[], year: number, chapters: readonly YearbookChapter[]) {
  const { plans, activities, honors } = selectEntries(entries, { year, chapters: YEARBOOK_CHAPTERS });
  const { undated } = selectEntries(entries, { year, chapters });
  return { plans: plans.length, activities: activities.length, honors: honors.length, undated: undated.length };
}

type YearCount = { readonly year: number; readonly count: number };

/** All years that have records and can have a yearbook, and the present one, latest first. */
function countByYear(entries: readonly Entry[], thisYear: number): readonly YearCount[] {
  const counts = new Map<number, number>([[thisYear, 0]]);
  for (const entry of entries) {
    const year = countingYear(recordDate(entry));
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .filter(([year]) => YEARBOOK_YEARS.first <= year && year <= YEARBOOK_YEARS.last)
    .map(([year, count]) => ({ year, count }))
    .toSorted((a, b) => b.year - a.year);
}
