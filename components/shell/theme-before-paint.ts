/** The name under which this browser keeps the theme. */
export const kept = 'reelboard-theme'

/** Runs in the head, so it must stand alone. Dark when the system is silent. */
export const beforePaint = `(()=>{let t;try{t=localStorage.getItem('${kept}')}catch{}if(t!=='dark'&&t!=='light')t=matchMedia('(prefers-color-scheme: light)').matches?'light':'dark';document.documentElement.dataset.theme=t})()`
