import { Component, createElement } from 'react';
import { NotifierContext, required } from './react-context.js';
import { argumentsOf } from './thrown.js';

/** What `memo`, `lazy` and `forwardRef` make are objects, too, as are elements and portals. */
const isComponent = (ui) => typeof ui === 'function' ||
    (typeof ui === 'object' && ui !== null && '$$typeof' in ui && !('key' in ui));
/**
 * Reports what its children throw while they render, with the component stack, and shows a
 * fallback in their place. A change of its `key` renders them anew, as after a navigation.
 */
class ErrorBoundary extends Component {
    constructor() {
        super(...arguments);
        this.state = {};
        this.resetError = () => this.setState({ thrown: undefined });
    }
    static getDerivedStateFromError(error) {
        return { thrown: { error } };
    }
    componentDidCatch(error, { componentStack }) {
        const { level = 'error', errorMessage, extra } = this.props;
        const custom = { ...extra, componentStack: componentStack?.trim() };
        const notifier = required(this.context);
        // Without types there may be any word, and thrown here, the error itself would be lost.
        (notifier[level] ?? notifier.error)(...argumentsOf(error, custom, errorMessage));
    }
    render() {
        const { children, fallbackUI } = this.props;
        required(this.context);
        const { thrown } = this.state;
        if (!thrown)
            return children;
        return isComponent(fallbackUI)
            ? createElement(fallbackUI, { error: thrown.error, resetError: this.resetError })
            : fallbackUI;
    }
}
ErrorBoundary.contextType = NotifierContext;

export { ErrorBoundary };
