import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { PhotoGroup } from '#domain/records/photo-group';
import { ungroupAttachments } from '#storage/group-attachments';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import styles from './attachments.module.css';
import { messages } from './messages.ts';

type GroupBlockProps = {
  readonly group: PhotoGroup;
  readonly onEdit: () => void;
  /** The photos of the group. */
  readonly children: ReactNode;
};

/** A photo group: what its caption says, what it still lacks, and its photos. */
export function GroupBlock({ group, onEdit, children }: GroupBlockProps) {
  const { perform } = useArchiveActions();
  const elements = captionElements(group);
  const missing = elements.filter(([, text]) => text === '').map(([label]) => label);
  const ungroup = () =>
    perform((archive) => ungroupAttachments(archive, { id: group.id, revision: group.revision }), {
      done: messages.group.ungrouped(group.title),
      label: group.title,
    });
  return (
    <section className={styles['group']} aria-label={group.title} data-testid="photo-group">
      <header className={styles['groupHead']}>
        <h3 className={styles['groupTitle']}>{group.title}</h3>
        <Button size="small" type="link" onClick={onEdit}>
          {messages.group.edit}
        </Button>
        <Button size="small" type="link" onClick={() => void ungroup()}>
          {messages.group.ungroup}
        </Button>
      </header>
      <dl className={styles['elements']}>
        {elements
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {missing.length > 0 && <p className={styles['quiet']}>{messages.group.missing(missing.join('、'))}</p>}
      {children}
    </section>
  );
}

/** The six elements of a caption: 事由 时间 地点 人物 背景 摄影者. */
function captionElements(group: PhotoGroup): readonly (readonly [label: string, text: string])[] {
  const { group: names } = messages;
  return [
    [names.event, group.event],
    [names.date, formatFuzzyDate(group.date)],
    [names.place, group.place],
    [names.people, group.people],
    [names.background, group.background],
    [names.photographer, group.photographer],
  ];
}
