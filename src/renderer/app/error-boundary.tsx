import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { messages } from './messages.ts';

type State = { readonly error: Error | null };

/** A bug in a screen must not leave a blank window: it says so, and that records are safe. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const reload = (
      <Button type="primary" onClick={() => location.reload()}>
        {messages.crashed.reload}
      </Button>
    );
    return <Result status="error" title={messages.crashed.title} subTitle={messages.crashed.body} extra={reload} />;
  }
}
