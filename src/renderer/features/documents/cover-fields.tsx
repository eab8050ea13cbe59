import { Form, Input } from 'antd';
import { useState } from 'react';
import { DOCUMENT_TERMS } from '#domain/document/document-terms';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';

type Cover = { readonly title: string; readonly editor: string };
export type CoverState = Cover & {
  readonly isComplete: boolean;
  readonly change: (changed: Partial<Cover>) => void;
};

/** What stands on the cover; the editor is the same for every document. */
export function useCover(title: string, initial: Cover | null = null): CoverState {
  const { settings } = useSession();
  const [cover, setCover] = useState<Cover>({
    title: initial?.title ?? title,
    editor: initial?.editor ?? (settings.editor || DOCUMENT_TERMS.editor),
  });
  return {
    ...cover,
    isComplete: cover.title.trim() !== '' && cover.editor.trim() !== '',
    change: (changed) => setCover((now) => ({ ...now, ...changed })),
  };
}

export function CoverFields({ title, editor, change }: CoverState) {
  return (
    <>
      <Named
        label={messages.bookTitle}
        id="document-title"
        value={title}
        onChange={(typed) => change({ title: typed })}
        missing={messages.needTitle}
      />
      <Named
        label={messages.editor}
        id="document-editor"
        value={editor}
        onChange={(typed) => change({ editor: typed })}
        missing={messages.needEditor}
      />
    </>
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
