// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// The TeX commands that have a sign of their own in Unicode. Names as in LaTeX and amssymb, sorted by kind.
#pragma once

#include <array>

#include <QStringView>

namespace MathText
{
struct Symbol {
    QStringView command; // without the backslash
    QStringView sign;
};

inline constexpr std::array kSymbols = {
    // Greek
    Symbol{u"alpha", u"α"}, Symbol{u"beta", u"β"}, Symbol{u"gamma", u"γ"}, Symbol{u"delta", u"δ"}, Symbol{u"epsilon", u"ϵ"},
    Symbol{u"varepsilon", u"ε"}, Symbol{u"zeta", u"ζ"}, Symbol{u"eta", u"η"}, Symbol{u"theta", u"θ"}, Symbol{u"vartheta", u"ϑ"},
    Symbol{u"iota", u"ι"}, Symbol{u"kappa", u"κ"}, Symbol{u"lambda", u"λ"}, Symbol{u"mu", u"μ"}, Symbol{u"nu", u"ν"}, Symbol{u"xi", u"ξ"},
    Symbol{u"pi", u"π"}, Symbol{u"rho", u"ρ"}, Symbol{u"sigma", u"σ"}, Symbol{u"tau", u"τ"}, Symbol{u"upsilon", u"υ"}, Symbol{u"phi", u"ϕ"},
    Symbol{u"varphi", u"φ"}, Symbol{u"chi", u"χ"}, Symbol{u"psi", u"ψ"}, Symbol{u"omega", u"ω"}, Symbol{u"Gamma", u"Γ"},
    Symbol{u"Delta", u"Δ"}, Symbol{u"Theta", u"Θ"}, Symbol{u"Lambda", u"Λ"}, Symbol{u"Xi", u"Ξ"}, Symbol{u"Pi", u"Π"},
    Symbol{u"Sigma", u"Σ"}, Symbol{u"Phi", u"Φ"}, Symbol{u"Psi", u"Ψ"}, Symbol{u"Omega", u"Ω"},
    // relations
    Symbol{u"le", u"≤"}, Symbol{u"leq", u"≤"}, Symbol{u"ge", u"≥"}, Symbol{u"geq", u"≥"}, Symbol{u"ne", u"≠"}, Symbol{u"neq", u"≠"},
    Symbol{u"approx", u"≈"}, Symbol{u"equiv", u"≡"}, Symbol{u"sim", u"∼"}, Symbol{u"simeq", u"≃"}, Symbol{u"cong", u"≅"},
    Symbol{u"propto", u"∝"}, Symbol{u"ll", u"≪"}, Symbol{u"gg", u"≫"}, Symbol{u"mid", u"∣"}, Symbol{u"parallel", u"∥"},
    Symbol{u"perp", u"⊥"}, Symbol{u"in", u"∈"}, Symbol{u"notin", u"∉"}, Symbol{u"ni", u"∋"}, Symbol{u"subset", u"⊂"},
    Symbol{u"subseteq", u"⊆"}, Symbol{u"supset", u"⊃"}, Symbol{u"supseteq", u"⊇"}, Symbol{u"prec", u"≺"}, Symbol{u"succ", u"≻"},
    // operators
    Symbol{u"cdot", u"·"}, Symbol{u"times", u"×"}, Symbol{u"div", u"÷"}, Symbol{u"pm", u"±"}, Symbol{u"mp", u"∓"}, Symbol{u"ast", u"∗"},
    Symbol{u"circ", u"∘"}, Symbol{u"bullet", u"•"}, Symbol{u"oplus", u"⊕"}, Symbol{u"otimes", u"⊗"}, Symbol{u"odot", u"⊙"},
    Symbol{u"cup", u"∪"}, Symbol{u"cap", u"∩"}, Symbol{u"setminus", u"∖"}, Symbol{u"wedge", u"∧"}, Symbol{u"land", u"∧"}, Symbol{u"vee", u"∨"},
    Symbol{u"lor", u"∨"}, Symbol{u"neg", u"¬"}, Symbol{u"lnot", u"¬"}, Symbol{u"sum", u"∑"}, Symbol{u"prod", u"∏"}, Symbol{u"coprod", u"∐"},
    Symbol{u"int", u"∫"}, Symbol{u"iint", u"∬"}, Symbol{u"oint", u"∮"}, Symbol{u"bigcup", u"⋃"}, Symbol{u"bigcap", u"⋂"},
    // arrows and logic
    Symbol{u"to", u"→"}, Symbol{u"rightarrow", u"→"}, Symbol{u"leftarrow", u"←"}, Symbol{u"gets", u"←"}, Symbol{u"leftrightarrow", u"↔"},
    Symbol{u"Rightarrow", u"⇒"}, Symbol{u"implies", u"⇒"}, Symbol{u"Leftarrow", u"⇐"}, Symbol{u"impliedby", u"⇐"},
    Symbol{u"Leftrightarrow", u"⇔"}, Symbol{u"iff", u"⇔"}, Symbol{u"mapsto", u"↦"}, Symbol{u"longrightarrow", u"⟶"},
    Symbol{u"uparrow", u"↑"}, Symbol{u"downarrow", u"↓"}, Symbol{u"forall", u"∀"}, Symbol{u"exists", u"∃"}, Symbol{u"nexists", u"∄"},
    Symbol{u"therefore", u"∴"}, Symbol{u"because", u"∵"}, Symbol{u"top", u"⊤"}, Symbol{u"bot", u"⊥"}, Symbol{u"vdash", u"⊢"}, Symbol{u"models", u"⊨"},
    // other signs
    Symbol{u"infty", u"∞"}, Symbol{u"partial", u"∂"}, Symbol{u"nabla", u"∇"}, Symbol{u"emptyset", u"∅"}, Symbol{u"varnothing", u"∅"},
    Symbol{u"ell", u"ℓ"}, Symbol{u"hbar", u"ℏ"}, Symbol{u"Re", u"ℜ"}, Symbol{u"Im", u"ℑ"}, Symbol{u"aleph", u"ℵ"}, Symbol{u"angle", u"∠"},
    Symbol{u"degree", u"°"}, Symbol{u"prime", u"′"}, Symbol{u"dagger", u"†"}, Symbol{u"ldots", u"…"}, Symbol{u"dots", u"…"},
    Symbol{u"cdots", u"⋯"}, Symbol{u"vdots", u"⋮"}, Symbol{u"ddots", u"⋱"}, Symbol{u"square", u"□"}, Symbol{u"blacksquare", u"■"}, Symbol{u"checkmark", u"✓"},
    Symbol{u"langle", u"⟨"}, Symbol{u"rangle", u"⟩"}, Symbol{u"lceil", u"⌈"}, Symbol{u"rceil", u"⌉"}, Symbol{u"lfloor", u"⌊"},
    Symbol{u"rfloor", u"⌋"}, Symbol{u"lvert", u"|"}, Symbol{u"rvert", u"|"}, Symbol{u"vert", u"|"}, Symbol{u"lVert", u"‖"}, Symbol{u"rVert", u"‖"}, Symbol{u"Vert", u"‖"},
    Symbol{u"lbrace", u"{"}, Symbol{u"rbrace", u"}"}, Symbol{u"backslash", u"\\"},
    // names
    Symbol{u"sin", u"sin"}, Symbol{u"cos", u"cos"}, Symbol{u"tan", u"tan"}, Symbol{u"log", u"log"}, Symbol{u"ln", u"ln"}, Symbol{u"exp", u"exp"},
    Symbol{u"max", u"max"}, Symbol{u"min", u"min"}, Symbol{u"sup", u"sup"}, Symbol{u"inf", u"inf"}, Symbol{u"lim", u"lim"}, Symbol{u"arg", u"arg"},
    Symbol{u"det", u"det"}, Symbol{u"dim", u"dim"}, Symbol{u"gcd", u"gcd"}, Symbol{u"ker", u"ker"}, Symbol{u"mod", u"mod"}, Symbol{u"bmod", u"mod"},
    Symbol{u"Pr", u"Pr"}, Symbol{u"sinh", u"sinh"}, Symbol{u"cosh", u"cosh"}, Symbol{u"tanh", u"tanh"}, Symbol{u"arcsin", u"arcsin"},
    Symbol{u"arccos", u"arccos"}, Symbol{u"arctan", u"arctan"},
    // spaces and what only guides the typesetter
    Symbol{u",", u" "}, Symbol{u";", u" "}, Symbol{u":", u" "}, Symbol{u" ", u" "}, Symbol{u"quad", u"  "}, Symbol{u"qquad", u"   "}, Symbol{u"!", u""},
    Symbol{u"left", u""}, Symbol{u"right", u""}, Symbol{u"big", u""}, Symbol{u"Big", u""}, Symbol{u"bigg", u""}, Symbol{u"Bigg", u""},
    Symbol{u"bigl", u""}, Symbol{u"bigr", u""}, Symbol{u"Bigl", u""}, Symbol{u"Bigr", u""}, Symbol{u"displaystyle", u""},
    Symbol{u"limits", u""}, Symbol{u"nonumber", u""}, Symbol{u"{", u"{"}, Symbol{u"}", u"}"}, Symbol{u"%", u"%"}, Symbol{u"$", u"$"},
    Symbol{u"&", u"&"}, Symbol{u"#", u"#"}, Symbol{u"_", u"_"}, Symbol{u"|", u"‖"},
};

struct Sign {
    char16_t plain, raised, lowered; // 0 = has none
};
inline constexpr std::array kRaised = {
    Sign{u'0', u'⁰', u'₀'}, Sign{u'1', u'¹', u'₁'}, Sign{u'2', u'²', u'₂'}, Sign{u'3', u'³', u'₃'}, Sign{u'4', u'⁴', u'₄'},
    Sign{u'5', u'⁵', u'₅'}, Sign{u'6', u'⁶', u'₆'}, Sign{u'7', u'⁷', u'₇'}, Sign{u'8', u'⁸', u'₈'}, Sign{u'9', u'⁹', u'₉'},
    Sign{u'+', u'⁺', u'₊'}, Sign{u'-', u'⁻', u'₋'}, Sign{u'−', u'⁻', u'₋'}, Sign{u'=', u'⁼', u'₌'}, Sign{u'(', u'⁽', u'₍'}, Sign{u')', u'⁾', u'₎'},
    Sign{u'a', u'ᵃ', u'ₐ'}, Sign{u'b', u'ᵇ', 0}, Sign{u'c', u'ᶜ', 0}, Sign{u'd', u'ᵈ', 0}, Sign{u'e', u'ᵉ', u'ₑ'}, Sign{u'f', u'ᶠ', 0},
    Sign{u'g', u'ᵍ', 0}, Sign{u'h', u'ʰ', u'ₕ'}, Sign{u'i', u'ⁱ', u'ᵢ'}, Sign{u'j', u'ʲ', u'ⱼ'}, Sign{u'k', u'ᵏ', u'ₖ'}, Sign{u'l', u'ˡ', u'ₗ'},
    Sign{u'm', u'ᵐ', u'ₘ'}, Sign{u'n', u'ⁿ', u'ₙ'}, Sign{u'o', u'ᵒ', u'ₒ'}, Sign{u'p', u'ᵖ', u'ₚ'}, Sign{u'r', u'ʳ', u'ᵣ'}, Sign{u's', u'ˢ', u'ₛ'},
    Sign{u't', u'ᵗ', u'ₜ'}, Sign{u'u', u'ᵘ', u'ᵤ'}, Sign{u'v', u'ᵛ', u'ᵥ'}, Sign{u'w', u'ʷ', 0}, Sign{u'x', u'ˣ', u'ₓ'}, Sign{u'y', u'ʸ', 0},
    Sign{u'z', u'ᶻ', 0}, Sign{u'T', u'ᵀ', 0}, Sign{u'N', u'ᴺ', 0}, Sign{u'∗', u'*', 0}, Sign{u'*', u'*', 0}, Sign{u'′', u'′', 0}, Sign{u'∘', u'°', 0},
    Sign{u'β', u'ᵝ', u'ᵦ'}, Sign{u'θ', u'ᶿ', 0},
};
}
