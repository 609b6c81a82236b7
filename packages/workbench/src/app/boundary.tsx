import { Component, type ReactNode } from "react";

/** Keeps a view that fails from taking the frame with it. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    const { error } = this.state as { error: Error | null };
    if (error === null) return this.props.children;
    return (
      <div className="notice card" role="alert">
        <h2>This view failed</h2>
        <p>{error.message}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Reload
        </button>
      </div>
    );
  }
}
