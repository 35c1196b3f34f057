// A part of the page that is drawn again only where one of its properties is another than before. The part has no state.
import { Component, type ComponentType, type VNode } from 'preact';

export function memo<P extends object>(part: (props: P) => VNode | null): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const had = this.props as P;
      return (Object.keys(next) as (keyof P)[]).some((key) => next[key] !== had[key]);
    }
    override render(): VNode | null {
      return part(this.props as P);
    }
  };
}
