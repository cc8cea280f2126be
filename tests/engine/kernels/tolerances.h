// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// How far a vector kernel may be from its scalar twin, kernel by kernel, and why. Kernels without a
// row here must give the twin's bits: dequantize_row (all products are exact), f32_to_f16,
// quantize_act16 and quantize_act8 (rounding is defined), add (one operation), max.
#pragma once

namespace vibrant::tolerance {

inline constexpr double kUlp = 0x1p-23;  // spacing of floats in [1, 2), the unit of all rows

// Of sum |w * x|. A lane adds up to 3584 / 4 rounded products one after the other, which for terms
// of random sign is far from the worst case of n / 2 ulp.
inline constexpr double kMatmul = 4 * kUlp;
// Of the magnitudes of all terms, offsets apart from products. Integer sums are exact; a lane adds
// up to 3584 / 16 of them as floats, and their scales are rounded twice.
inline constexpr double kGemv = 4 * kUlp;
// Of sum |w * x| of the quantised x. Sums over a sub-block are exact; each then takes a rounding or
// two, and what an offset takes away again may be several times what remains.
inline constexpr double kGemm = 8 * kUlp;
// Of max |v|. The scores err by a few ulp of sum |q * k| * scale (about 8 for normal vectors), and
// so do the weights.
inline constexpr double kAttend = 24 * kUlp;
// Of |out|. Sum of squares, square root, two products.
inline constexpr double kRmsNorm = 3 * kUlp;
// For normal values, of which a sum of up to 256 is divided by its root: 8 additions, a product.
inline constexpr double kHadamard = 16 * kUlp;
// Of |a| + |b|. Two products and a sum.
inline constexpr double kRope = 1 * kUlp;
// Of |out|. exp within 2 ulp, a sum, a quotient, a product.
inline constexpr double kSwiglu = 4 * kUlp;

}  // namespace vibrant::tolerance
