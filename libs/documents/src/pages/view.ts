import type { Box, CheckedPage } from '../document.js';
import { contrastOf, isBlank } from './blank.js';
import { identity, multiply, shownBox, skewedBy, straighten, turnedBy, type Homography } from './geometry.js';
import { evenLight } from './light.js';
import { greyOf, turn, withoutColour, type Raster } from './raster.js';
import { darkPoints, linesRunDown, skewOf, type DarkPoints } from './skew.js';
import { sheetOf, type Sheet } from './sheet.js';
import type { DrawnPage } from './source.js';

export type Rotation = CheckedPage['rotation'];

/** A page made ready for reading: evenly lit, upright, straight. All lengths of a view are its own pixels. */
export interface PageView {
  readonly page: number;
  readonly rotation: Rotation;
  readonly colour: Raster;
  /** Luma, for ink. */
  readonly grey: Raster;
  /** The brightest channel, for reading. */
  readonly print: Raster;
  /** Pixels per millimetre, taken from the page's width. */
  readonly mm: number;
  readonly shown: { readonly width: number; readonly height: number };
  /** The page as it was drawn, freed from the desk around it, and the map from the view to it. */
  readonly sheet: Raster;
  readonly toSheet: Homography;
  readonly toShown: Homography;
}

/** An evenly lit page as shown, before it is known how it is turned. */
export interface LitPage {
  readonly page: number;
  /** The page as it was drawn, freed from the desk around it. */
  readonly sheet: Sheet;
  readonly lit: Raster;
  readonly shown: PageView['shown'];
  readonly shortSideMm: number;
  readonly grey: Raster;
  readonly isBlank: boolean;
  readonly contrast: number;
  readonly points: DarkPoints;
  readonly linesRunDown: boolean;
}

export function lightPage(page: number, drawn: DrawnPage): LitPage {
  const sheet = sheetOf(drawn.picture);
  const lit = evenLight(sheet.picture);
  const grey = greyOf(lit);
  const points = darkPoints(grey);
  return {
    page,
    sheet,
    lit,
    shown: sizeOf(drawn.picture),
    shortSideMm: drawn.shortSideMm,
    grey,
    isBlank: isBlank(grey),
    // A photograph in the dusk is dark and easy to read once it is evenly lit; the shadow of a fold is what evening out spoils.
    contrast: Math.max(contrastOf(greyOf(sheet.picture)), contrastOf(grey)),
    points,
    linesRunDown: linesRunDown(points),
  };
}

/** Turns back and straightens; one look-up per pixel in the evenly lit original. */
export function viewOf(lit: LitPage, rotation: Rotation): PageView {
  const { width, height } = lit.lit;
  const isSideways = rotation === 90 || rotation === 270;
  const size = isSideways ? { width: height, height: width } : { width, height };
  const turning = turnedBy(rotation, width, height);
  const skew = skewOf(rotation === 0 ? lit.points : darkPoints(turn(lit.grey, back(rotation))));
  const toSheet = multiply(turning, skew === 0 ? identity : skewedBy(skew, size.width, size.height));
  const colour = rotation === 0 && skew === 0 ? lit.lit : straighten(lit.lit, toSheet, size.width, size.height);
  return makeView(lit, rotation, colour, toSheet);
}

/** By how much a page that is turned has to be turned on to be upright. */
export function back(rotation: Rotation): Rotation {
  return ((360 - rotation) % 360) as Rotation;
}

/** A born-digital page needs no straightening; its light is even. */
export function digitalView(page: number, drawn: DrawnPage): PageView {
  const { picture, shortSideMm } = drawn;
  const sheet = { picture, toShown: identity };
  return makeView({ page, sheet, shown: sizeOf(picture), shortSideMm }, 0, picture, identity);
}

function sizeOf({ width, height }: Raster): PageView['shown'] {
  return { width, height };
}

type Origin = Pick<LitPage, 'page' | 'sheet' | 'shown' | 'shortSideMm'>;

function makeView({ page, sheet, shown, shortSideMm }: Origin, rotation: Rotation, colour: Raster, toSheet: Homography): PageView {
  return {
    page,
    rotation,
    colour,
    grey: greyOf(colour),
    print: withoutColour(colour),
    mm: Math.min(colour.width, colour.height) / shortSideMm,
    shown,
    sheet: sheet.picture,
    toSheet,
    toShown: multiply(sheet.toShown, toSheet),
  };
}

/** A box of the view in fractions of the page as shown. */
export function asShown(view: PageView, box: Box): Box {
  return shownBox(box, view.toShown, view.shown.width, view.shown.height);
}
