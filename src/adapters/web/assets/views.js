/** Which drawings are shown, and in which colours; kept in this browser alone. */
export function applyViews() {
  const form = document.querySelector('form.views');
  for (const name of ['view', 'theme']) {
    const kept = read(name);
    const radio = kept === null ? null : form.querySelector(`input[name="${name}"][value="${CSS.escape(kept)}"]`);
    if (radio) radio.checked = true;
    apply(name, form.elements[name].value);
  }
  form.addEventListener('change', ({ target }) => {
    keep(target.name, target.value);
    apply(target.name, target.value);
  });
}

/** Pages without the choice follow it. */
export function followViews() {
  for (const name of ['view', 'theme']) apply(name, read(name) ?? '');
}

function apply(name, value) {
  document.documentElement.dataset[name] = value;
}

const key = (name) => `onrecord-${name}`;

function read(name) {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // Nothing is kept where the browser keeps nothing.
  }
}
