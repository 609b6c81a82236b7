export default function Soon() { return <p className="notice">Soon.</p>; }
