export function EdgePanel(_: { readonly derived: string; readonly source: string }) { return null; }
